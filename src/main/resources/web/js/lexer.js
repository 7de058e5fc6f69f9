// Marked's lexer within bounds: what it would cut up for longer than a page may stand still, or into
// more pieces than a page can show, stays the text that it is.
import { Lexer, Tokenizer } from '/vendor/marked.js';

/** Quotes and lists within each other; one that is deeper is text in the deepest. */
const DEEPEST = 12;
/** Blocks, items and cells of one message; with more it is all text, and so is a table of its own. */
const MOST_PIECES = 3_000;
/** From each mark of a paragraph the lexer may look through all of it for the other half. */
const MOST_STEPS = 400_000;
/** An address is tried from each letter of a word. */
const LONGEST_WORD = 1_500;
const LONGEST_BLANK = 200;

const BLANK = /\s+/g;
const MARKS = /[*_~`[\]<>!\\&@:]/g;

/** Whether the words of a paragraph, a heading or a cell are soon cut up. */
function easy(text) {
  const marks = text.match(MARKS)?.length ?? 0;
  return marks * text.length <= MOST_STEPS
    && text.split(BLANK).every((word) => word.length <= LONGEST_WORD)
    && (text.match(BLANK) ?? []).every((blank) => blank.length <= LONGEST_BLANK);
}

class BoundedTokenizer extends Tokenizer {
  depth = 0;

  blockquote(text) {
    return this.within(() => super.blockquote(text));
  }

  list(text) {
    return this.within(() => super.list(text));
  }

  within(cut) {
    if (this.depth === DEEPEST) return undefined;
    this.depth++;
    try {
      return cut();
    } finally {
      this.depth--;
    }
  }

  /** A row counts as many cells as the head: a short one is filled up. */
  table(text) {
    const found = this.rules.block.table.exec(text);
    if (!found) return undefined;
    const cells = found[1].split('|').length * ((found[3] ?? '').split('\n').length + 1);
    if (cells > MOST_PIECES) return { type: 'plain', raw: found[0] };
    const table = super.table(text);
    if (table) this.lexer.count(cells);
    return table;
  }
}

class BoundedLexer extends Lexer {
  pieces = 0;

  count(more) {
    this.pieces += more;
    if (this.pieces > MOST_PIECES) throw new RangeError('too many pieces to show');
  }

  /** Called for the text, and for each quote and each item in it. */
  blockTokens(text, tokens = [], clipped = false) {
    const before = tokens.length;
    super.blockTokens(text, tokens, clipped);
    this.count(1 + tokens.length - before);
    return tokens;
  }

  inlineTokens(text, tokens = []) {
    if (easy(text)) return super.inlineTokens(text, tokens);
    tokens.push({ type: 'plain', raw: text });
    return tokens;
  }
}

/** The blocks of the text, as Marked names them; `plain` is one that is left as it is. */
export function cut(text) {
  try {
    return new BoundedLexer({ gfm: true, breaks: true, tokenizer: new BoundedTokenizer() }).lex(text);
  } catch {
    return [{ type: 'plain', raw: text }];
  }
}
