// Code in colours: words, strings, comments and numbers, by a table of languages.
//
// No parser: one pattern a language, read once from left to right, which never fails and never
// looks twice at a character. What it does not know it leaves as it is.

const END = "(?![^])"; // of the text: `$` is a line's
const SLASHES = String.raw`//[^\n]*|/\*[^]*?(?:\*/|${END})`;
const HASH = String.raw`#[^\n]*`;
const DASHES = String.raw`--[^\n]*`;
const QUOTED = String.raw`"(?:\\[^]|[^"\\\n])*"?|'(?:\\[^]|[^'\\\n])*'?`;
const DOUBLE_QUOTED = String.raw`"(?:\\[^]|[^"\\\n])*"?`;
const TRIPLE = String.raw`"""[^]*?(?:"""|${END})|'''[^]*?(?:'''|${END})`;
const TEMPLATE = String.raw`${"`"}(?:\\[^]|[^${"`"}\\])*${"`"}?`;
const NUMBER = String.raw`\b(?:0[xXbBoO][\da-fA-F_]+|\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?)\w*`;
const CALL = String.raw`[\p{L}_$][\p{L}\p{N}_$]*(?=\()`;

const C_WORDS = `break case catch class const continue default do else enum extends false final
  finally for if import interface new null private protected public return static super switch
  this throw true try void while`;
const LANGUAGES = {
  python: language(HASH, `${TRIPLE}|${QUOTED}`, `False None True and as assert async await break
    case class continue def del elif else except finally for from global if import in is lambda
    match nonlocal not or pass raise return self try while with yield`),
  javascript: language(SLASHES, `${TEMPLATE}|${QUOTED}`, `${C_WORDS} async await delete export
    from function in instanceof let of typeof undefined var yield abstract as implements keyof
    namespace readonly type any boolean number string unknown never`),
  java: language(SLASHES, QUOTED, `${C_WORDS} abstract boolean byte char double float implements
    int long native override package record sealed short synchronized throws var volatile fun val
    when object data companion is in by lateinit using namespace string bool decimal async await
    get set`),
  c: language(`${SLASHES}|^[ \\t]*#[^\\n]*`, QUOTED, `${C_WORDS} auto bool char constexpr delete
    double explicit extern float friend goto inline int long mutable namespace noexcept nullptr
    operator override register short signed size_t sizeof struct template typedef typename union
    unsigned using virtual volatile`),
  go: language(SLASHES, `${TEMPLATE}|${QUOTED}`, `break case chan const continue default defer else
    error fallthrough false for func go goto if import interface map nil package range return select
    struct switch true type var bool byte float64 int int64 rune string`),
  rust: language(SLASHES, DOUBLE_QUOTED, `as async await break const continue crate dyn else enum
    extern false fn for if impl in let loop match mod move mut pub ref return self Self static
    struct super trait true type unsafe use where while Some None Ok Err`),
  ruby: language(HASH, QUOTED, `alias and begin break case class def defined do else elsif end
    ensure false for if in module next nil not or puts raise redo require rescue retry return
    self super then true undef unless until when while yield local function`),
  bash: language(String.raw`(?<![^\s])#[^\n]*`, QUOTED, `case cd do done echo elif else esac exit
    export fi for function if in local return set then until while sudo`),
  sql: language(`${DASHES}|${SLASHES}`, QUOTED, `add all alter and as asc begin between by case
    check column commit constraint create default delete desc distinct drop else end exists
    foreign from full group having if in index inner insert into is join key left like limit not
    null on or order outer primary references returning right rollback select set table then
    union unique update using values view when where with`, "giu"),
  data: language(`${HASH}|${SLASHES}`, `${TRIPLE}|${QUOTED}`, "true false null yes no on off"),
  css: language(String.raw`/\*[^]*?(?:\*/|${END})`, QUOTED, "important media supports import"),
  markup: language(String.raw`<!--[^]*?(?:-->|${END})`, QUOTED, ""),
};
const ALIASES = {
  python: "py python3 pycon",
  javascript: "js jsx ts tsx typescript mjs node",
  java: "kotlin kt scala groovy cs csharp c# dart swift",
  c: "cpp c++ h hpp cc objc arduino glsl",
  go: "golang",
  rust: "rs",
  ruby: "rb lua elixir perl",
  bash: "sh shell zsh console fish dockerfile makefile powershell",
  sql: "postgres postgresql mysql sqlite",
  data: "json jsonc json5 yaml yml toml ini env properties graphql",
  css: "scss less",
  markup: "html xml svg vue",
};
const BY_NAME = new Map(
  Object.entries(ALIASES).flatMap(([name, others]) =>
    [name, ...others.split(" ")].map((alias) => [alias, LANGUAGES[name]]),
  ),
);

/** {kind, from, to} for all of the code, in order; `kind` is "" where there is nothing to say. */
export function tokensOf(code, name) {
  if (name === "diff" || name === "patch") return [...diffTokens(code)];
  const pattern = BY_NAME.get(name);
  if (!pattern) return [{ kind: "", from: 0, to: code.length }];
  const tokens = [];
  let plain = 0;
  for (const found of code.matchAll(pattern)) {
    const from = found.index;
    const to = from + found[0].length;
    if (from > plain) tokens.push({ kind: "", from: plain, to: from });
    tokens.push({ kind: kindOf(found.groups), from, to });
    plain = to;
  }
  if (plain < code.length) tokens.push({ kind: "", from: plain, to: code.length });
  return tokens;
}

function kindOf(groups) {
  return Object.keys(groups).find((kind) => groups[kind] !== undefined);
}

function language(comment, string, words, flags = "gu") {
  const keyword = words.trim().split(/\s+/).filter(Boolean).join("|") || "(?!)";
  return new RegExp(
    [
      `(?<comment>${comment})`,
      `(?<string>${string})`,
      `(?<keyword>(?<![\\p{L}\\p{N}_$.])(?:${keyword})(?![\\p{L}\\p{N}_$]))`,
      `(?<number>${NUMBER})`,
      `(?<call>${CALL})`,
    ].join("|"),
    `${flags}m`,
  );
}

function* diffTokens(code) {
  let from = 0;
  for (const line of code.split(/(?<=\n)/)) {
    const kind = { "+": "added", "-": "removed", "@": "comment" }[line[0]] ?? "";
    yield { kind, from, to: from + line.length };
    from += line.length;
  }
}
