// What an empty channel says, with questions to begin with.
import { el } from './dom.js';
import { room } from './model.js';

const QUESTIONS = {
  general: [
    'What can you help a team like ours with?',
    'Plan a one-hour kick-off meeting for a new project.',
    'Explain what a good weekly update looks like, with an example.',
  ],
  engineering: [
    'Review this idea: retry every failed request three times.',
    'Write a Java record for a money amount, with tests.',
    'When is SQLite enough, and when do we need PostgreSQL?',
  ],
  writing: [
    'Turn these notes into release notes: faster start, dark theme, two fixes.',
    'Make this friendlier: “Your ticket was closed because it was incomplete.”',
    'Give me three titles for a post about code review.',
  ],
  incidents: [
    'The site answers with 502 since ten minutes. What do we check first?',
    'Write a first status update: logins fail, the cause is not known yet.',
    'Give me a template for a review after an incident.',
  ],
  direct: [
    'What should I ask you first?',
    'Help me to prepare for a difficult talk with a colleague.',
    'Explain server-sent events as if I were new to the web.',
  ],
};

export function welcome(channel, choose) {
  const here = room(channel);
  const direct = Boolean(here.person);
  const questions = QUESTIONS[direct ? 'direct' : channel] ?? QUESTIONS.general;
  return el('section', { class: 'welcome', 'data-testid': 'welcome' },
    el('img', { src: '/parley.svg', alt: '', width: 56, height: 56 }),
    el('h2', {}, direct ? 'Just you and Parley' : `Welcome to #${here.name}`),
    el('p', {}, direct
      ? 'Ask anything. Each message at the top begins a conversation of its own, and its answers stay in the thread.'
      : 'Write a message to ask Parley. It answers in a thread beside it, where the whole team can join in.'),
    el('div', { class: 'questions' }, ...questions.map((text) =>
      el('button', { type: 'button', class: 'question', 'data-testid': 'question', onclick: () => choose(text) }, text))));
}
