// A line of Parley's own between the messages: what changed, or what waits for a decision.
import { Choices, choose } from './choices.js';
import { el, time } from './dom.js';
import { render } from './markdown.js';
import { pressed } from './private.js';

export class NoticeNode {
  constructor(message) {
    this.text = el('div', { class: 'markdown', 'data-testid': 'notice-text' });
    this.choices = new Choices((choice) => this.press(choice));
    this.node = el('article', { class: 'line', 'data-testid': 'notice-line', 'data-id': message.id, 'aria-label': 'Notice of Parley' },
      el('img', { class: 'line-mark', src: '/parley.svg', alt: '' }),
      el('div', {}, el('div', { class: 'line-head' }, this.text, time(message.at)), this.choices.node));
    this.update(message);
  }

  update(message) {
    const before = this.message;
    this.message = message;
    if (before?.text !== message.text) render(this.text, message.text);
    const actions = (of) => JSON.stringify(of?.choices);
    if (actions(before) !== actions(message)) this.draw(message.choices);
  }

  /** Whoever pressed the last button with the keyboard goes on from the line. */
  draw(choices) {
    const focused = this.choices.node.contains(document.activeElement);
    this.choices.show(choices);
    if (focused && choices.length === 0) {
      this.text.setAttribute('tabindex', '-1');
      this.text.focus();
    }
  }

  press(choice) {
    const { channel, thread, id } = this.message;
    const place = { channel, thread: thread === id ? '' : thread };
    return pressed(place, choice, () => choose({ channel, thread }, choice, id));
  }
}
