/**
 * Whether Turso runs a statement. Its server refuses statements that would change a connection for the next user
 * (temporary tables, most PRAGMAs, ATTACH), and maintenance that it does itself (VACUUM, ANALYZE). The lists
 * follow `libsql-server/src/query_analysis.rs` in tursodatabase/libsql. `words` are those of the statement, in capitals.
 */
export function isSupported(words: readonly string[], text: string): boolean {
  const [first = '', second = ''] = words
  if (first === 'EXPLAIN') return second !== 'PRAGMA' || isSupported(words.slice(1), text)
  if (first === 'PRAGMA') return isSupportedPragma(words, text)
  if (first === 'CREATE') return !second.startsWith('TEMP') && !IN_TEMP_SCHEMA.test(text)
  return !UNSUPPORTED.has(first)
}

function isSupportedPragma(words: readonly string[], text: string): boolean {
  // A schema may come first: PRAGMA main.user_version.
  const name = (words[1] === 'MAIN' ? words[2] : words[1])?.toLowerCase() ?? ''
  return PRAGMAS.has(name) || (PRAGMAS_TO_READ.has(name) && !/[=(]/.test(text))
}

const IN_TEMP_SCHEMA = /^create\s+(virtual\s+)?table\s+(if\s+not\s+exists\s+)?temp\s*\./i

const UNSUPPORTED: ReadonlySet<string> = new Set(['ANALYZE', 'ATTACH', 'DETACH', 'REINDEX', 'VACUUM'])

const PRAGMAS = set(`
  table_list index_list table_info table_xinfo index_xinfo pragma_list compile_options database_list
  function_list module_list encoding defer_foreign_keys foreign_keys foreign_key_list foreign_key_check
  collation_list data_version freelist_count integrity_check legacy_file_format page_count quick_check stats
  user_version`)

/** These may be read, but not set. */
const PRAGMAS_TO_READ = set(`
  analysis_limit application_id auto_vacuum automatic_index busy_timeout cache_size cache_spill cell_size_check
  checkpoint_fullfsync fullfsync hard_heap_limit journal_mode journal_size_limit legacy_alter_table locking_mode
  max_page_count mmap_size page_size query_only read_uncommitted recursive_triggers reverse_unordered_selects
  schema_version secure_delete soft_heap_limit synchronous temp_store threads trusted_schema wal_autocheckpoint`)

function set(names: string): ReadonlySet<string> {
  return new Set(names.trim().split(/\s+/))
}
