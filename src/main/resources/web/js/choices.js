// Buttons that ask for a decision, under private answers and under notices.
import { channelPath, insist } from './api.js';
import { el, newId } from './dom.js';
import { model } from './model.js';

/** Tells the server; `notice` is the message that bears the button, if one does. */
export function choose({ channel, thread }, choice, notice = '') {
  return insist('POST', `${channelPath(channel)}/choices`,
    { id: newId(), author: model.me, action: choice.action, thread, notice });
}

export const spinner = () => el('span', { class: 'spin', 'aria-hidden': 'true' });

export class Choices {
  /** `press(choice)` gives a promise; until it ends, the pressed button shows that it works. */
  constructor(press) {
    this.press = press;
    this.busy = false;
    this.node = el('div', { class: 'choices', role: 'group', 'aria-label': 'What to do' });
  }

  show(choices) {
    this.node.replaceChildren(...choices.map((choice) => {
      const button = el('button', {
        type: 'button', class: `choice ${choice.style.toLowerCase()}`, 'data-testid': 'choice', 'data-action': choice.action,
        onclick: () => this.pressed(button, choice),
      }, choice.label);
      return button;
    }));
  }

  async pressed(button, choice) {
    if (this.busy) return;
    this.hold(button, true);
    try {
      await this.press(choice);
    } finally {
      this.hold(button, false);
    }
  }

  /** The buttons stay where they are, so that the focus does too. */
  hold(button, busy) {
    this.busy = busy;
    for (const each of this.node.children) each.setAttribute('aria-disabled', String(busy));
    button.setAttribute('aria-busy', String(busy));
    if (busy) button.prepend(spinner());
    else button.querySelector('.spin')?.remove();
  }
}
