import type { Drawing, Shape, Tone } from '../../shared/drawing.ts'

type Props = {
  /** Unique in the page. */
  id: string
  drawing: Drawing
  class: string
}

/** A drawing as SVG, colored by the classes of its shapes, because the page's policy forbids inline styles. */
export const Svg = ({ id, drawing, class: className }: Props) => {
  const hatched = hatchedTones(drawing)
  return (
    <svg
      class={className}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      fill="currentColor"
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{drawing.title}</title>
      <desc id={`${id}-desc`}>{drawing.description}</desc>
      {hatched.length > 0 ? <defs>{hatched.map((tone) => hatch(id, tone))}</defs> : null}
      {drawing.shapes.map((shape) =>
        element(shape, hatched.includes(shape.tone) ? hatchId(id, shape.tone) : null),
      )}
    </svg>
  )
}

// Not components, because a chart has hundreds of shapes and components are slower.
function element(shape: Shape, fillId: string | null) {
  switch (shape.kind) {
    case 'rect': {
      const { x, y, width, height, tone } = shape
      return (
        <rect class={tone} x={x} y={y} width={width} height={height} fill={urlOf(fillId)}>
          {titleOf(shape.title)}
        </rect>
      )
    }
    case 'path':
      return (
        <path class={shape.tone} d={shape.d} fill={urlOf(fillId)}>
          {titleOf(shape.title)}
        </path>
      )
    case 'line':
      return <line class={shape.tone} x1={shape.x1} y1={shape.y1} x2={shape.x2} y2={shape.y2} />
    case 'text':
      return (
        <text class={shape.tone} x={shape.x} y={shape.y} text-anchor={shape.anchor}>
          {shape.text}
        </text>
      )
  }
}

function titleOf(title: string | undefined) {
  return title ? <title>{title}</title> : null
}

const angles: Partial<Record<Tone, number>> = { 'series-2': 45, 'series-4': -45, 'series-6': 90 }

/**
 * Every second series of bars and rings is hatched, so that neighbors differ in more than their color. Lines have
 * markers for that.
 */
function hatchedTones({ shapes }: Drawing): Tone[] {
  const isLines = shapes.some(({ kind, tone }) => kind === 'line' && tone.startsWith('series'))
  const used = new Set(shapes.map(({ tone }) => tone))
  return isLines ? [] : Object.keys(angles).filter((tone): tone is Tone => used.has(tone as Tone))
}

function hatch(id: string, tone: Tone) {
  return (
    <pattern
      id={hatchId(id, tone)}
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform={`rotate(${angles[tone]})`}
    >
      <rect class={tone} width="6" height="6" />
      <rect class="hatch" width="1.5" height="6" />
    </pattern>
  )
}

function hatchId(id: string, tone: Tone): string {
  return `${id}-${tone}`
}

function urlOf(id: string | null): string | undefined {
  return id === null ? undefined : `url(#${id})`
}
