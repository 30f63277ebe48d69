import { routes } from '../../routes.ts'

export const SignInInstead = () => (
  <p class="secondary mt-3">
    Already have an account? <a href={routes.signIn.href()}>Sign in</a>
  </p>
)
