// Builds elements; text only ever becomes text nodes.

export const byId = (id) => document.getElementById(id);

/** An element with properties, `data-`, `aria-` and other attributes, and children. */
export function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (key === 'class') node.className = value;
    else if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** The round or square picture of who speaks; the bot has no person. */
export function avatar(person) {
  if (!person) return el('img', { class: 'avatar bot', src: '/parley.svg', alt: '' });
  const node = el('span', { class: 'avatar', 'aria-hidden': 'true' }, person.initials);
  node.style.setProperty('--hue', person.hue);
  return node;
}

const CLOCK = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short' });
const WHOLE = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });

/** The time of a message: the hour today, with the day before that. */
export function time(at) {
  const date = new Date(at);
  const today = date.toDateString() === new Date().toDateString();
  const text = today ? CLOCK.format(date) : `${DAY.format(date)}, ${CLOCK.format(date)}`;
  return el('time', { datetime: date.toISOString(), title: WHOLE.format(date) }, text);
}

/** An id that the server recognises when the same request comes again. */
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
