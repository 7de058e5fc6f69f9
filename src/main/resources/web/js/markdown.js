// Markdown to DOM nodes. The lexer only cuts the text up; every node is built here by hand, so no
// text of a model or a person can become HTML.
import { el } from './dom.js';
import { cut } from './lexer.js';

const MENTION = /(?<![\p{L}\p{N}_@.])@parley(?![\p{L}\p{N}_-])/giu;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]\w{1,31}));/gi;
const NAMED = {
  __proto__: null, amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', copy: '©', reg: '®', hellip: '…',
  ndash: '–', mdash: '—', laquo: '«', raquo: '»', times: '×', rarr: '→', larr: '←', middot: '·', deg: '°',
};

function decode(text) {
  return text.replace(ENTITY, (whole, decimal, hex, name) => {
    if (name) return NAMED[name] ?? whole;
    const code = decimal ? Number(decimal) : parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}

/** The blocks of the text; each keeps its source as `raw`. */
export function blocks(text) {
  return cut(text).filter((token) => token.type !== 'space' && token.type !== 'def');
}

/** The node of one block. */
export function block(token) {
  switch (token.type) {
    case 'heading':
      return el(`h${Math.min(6, token.depth + 2)}`, { class: `h${token.depth}` }, ...inline(token.tokens));
    case 'code':
      return code(token);
    case 'hr':
      return el('hr');
    case 'blockquote':
      return el('blockquote', {}, ...token.tokens.filter(visible).map(block));
    case 'list':
      return list(token);
    case 'table':
      return table(token);
    case 'paragraph':
      return el('p', {}, ...inline(token.tokens));
    case 'text':
      return el('p', {}, ...inline(token.tokens ?? [token]));
    default:
      return el('p', { class: 'raw' }, token.raw.replace(/\n+$/, ''));
  }
}

const visible = (token) => token.type !== 'space' && token.type !== 'def';

function list(token) {
  const start = token.ordered && token.start !== 1 ? { start: token.start } : {};
  return el(token.ordered ? 'ol' : 'ul', start, ...token.items.map((each) => item(each, token.loose)));
}

function item(token, loose) {
  const children = token.tokens.filter((each) => visible(each) && each.type !== 'checkbox').flatMap((each) =>
    each.type === 'text' || (each.type === 'paragraph' && !loose) ? inline(each.tokens ?? [each]) : [block(each)]);
  if (!token.task) return el('li', {}, ...children);
  const box = el('input', { type: 'checkbox', disabled: true, 'aria-label': token.checked ? 'done' : 'to do' });
  box.checked = Boolean(token.checked);
  return el('li', { class: 'task' }, box, ...children);
}

function table(token) {
  const row = (cells, name) =>
    el('tr', {}, ...cells.map((cell) => el(name, { class: cell.align ? `to-${cell.align}` : undefined }, ...inline(cell.tokens))));
  return el('div', { class: 'table', tabindex: '0', role: 'region', 'aria-label': 'Table' },
    el('table', {}, el('thead', {}, row(token.header, 'th')), el('tbody', {}, ...token.rows.map((cells) => row(cells, 'td')))));
}

function code(token) {
  const language = (token.lang ?? '').match(/^[\w+#.-]*/)[0];
  const copy = el('button', { type: 'button', class: 'copy', 'data-testid': 'copy', 'aria-label': 'Copy the code' }, 'Copy');
  copy.addEventListener('click', async () => {
    copy.textContent = await copied(token.text);
    setTimeout(() => { copy.textContent = 'Copy'; }, 1600);
  });
  return el('div', { class: 'code' },
    el('div', { class: 'code-head' }, el('span', { class: 'language' }, language || 'text'), copy),
    el('pre', { tabindex: '0' }, el('code', {}, ...(language === 'diff' ? token.text.split('\n').map(diffLine) : [token.text]))));
}

/** The sign at its start says what the colour says. */
function diffLine(line) {
  const kind = /^(\+\+\+|---) /.test(line) ? 'file' : { '+': 'add', '-': 'drop', '@': 'hunk' }[line[0]] ?? 'same';
  return el('span', { class: `diff ${kind}` }, line);
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return 'Copied';
  } catch {
    return 'Select it and press Ctrl C';
  }
}

function inline(tokens = []) {
  return tokens.flatMap((token) => {
    switch (token.type) {
      case 'strong':
        return [el('strong', {}, ...inline(token.tokens))];
      case 'em':
        return [el('em', {}, ...inline(token.tokens))];
      case 'del':
        return [el('del', {}, ...inline(token.tokens))];
      case 'codespan':
        return [el('code', {}, token.text)];
      case 'br':
        return [el('br')];
      case 'link':
        return [link(token.href, inline(token.tokens), token.raw)];
      case 'image':
        return [link(token.href, [`🖼 ${token.text || token.href}`], token.raw)];
      case 'escape':
        return [token.text];
      case 'plain':
        return [el('span', { class: 'raw' }, token.raw)];
      case 'text':
        return token.tokens ? inline(token.tokens) : mentions(decode(token.text));
      default:
        return [token.raw];
    }
  });
}

/** A link to a web or mail address; anything else stays the text that it is. */
function link(href, children, raw) {
  let address;
  try {
    address = new URL(decode(href));
  } catch {
    return el('span', {}, raw);
  }
  if (!['http:', 'https:', 'mailto:'].includes(address.protocol)) return el('span', {}, raw);
  return el('a', { href: address.href, rel: 'noopener noreferrer', target: '_blank' }, ...children);
}

function mentions(text) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(MENTION)) {
    nodes.push(text.slice(from, match.index), el('span', { class: 'mention' }, match[0]));
    from = match.index + match[0].length;
  }
  nodes.push(text.slice(from));
  return nodes.filter((node) => node !== '');
}

/** Makes `node` show the text; blocks that stayed the same keep their nodes, and a selection in them. */
export function render(node, text) {
  const next = blocks(text);
  const before = node.parleyBlocks ?? [];
  let same = 0;
  while (same < next.length && same < before.length && next[same].raw === before[same]) same++;
  while (node.childNodes.length > same) node.lastChild.remove();
  node.append(...next.slice(same).map(block));
  node.parleyBlocks = next.map((token) => token.raw);
}
