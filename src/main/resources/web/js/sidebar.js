// The channels, and jumping by Ctrl+K.
import { byId, el } from './dom.js';
import { model } from './model.js';

const places = () => model.workspace.channels.filter((each) => !each.person || each.person === model.me);

export function drawSidebar() {
  const link = (each) => {
    const current = each.id === model.channel;
    const name = each.person ? el('img', { src: '/parley.svg', alt: '', width: 18, height: 18 }) : el('span', { class: 'hash', 'aria-hidden': 'true' }, '#');
    return el('li', {}, el('a', { href: `#/${each.id}`, 'data-testid': `channel-${each.id}`, 'aria-current': current ? 'page' : undefined }, name, each.name));
  };
  const focused = document.activeElement?.getAttribute('href');
  byId('channels').replaceChildren(...places().filter((each) => !each.person).map(link));
  byId('directs').replaceChildren(...places().filter((each) => each.person).map(link));
  if (focused) byId('places').querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
}

/** Up and down walk through the channels. */
export function setUpArrows() {
  byId('places').addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const links = [...byId('places').querySelectorAll('a')];
    const next = links.indexOf(document.activeElement) + step;
    links[(next + links.length) % links.length].focus();
    event.preventDefault();
  });
}

/** On a phone the sidebar comes and goes. */
export function setUpDrawer() {
  const toggle = (open) => {
    byId('app').classList.toggle('drawer', open);
    byId('scrim').hidden = !open;
    byId('menu').setAttribute('aria-expanded', String(open));
    if (open) byId('places').querySelector('[aria-current]')?.focus();
  };
  byId('menu').addEventListener('click', () => toggle(!byId('app').classList.contains('drawer')));
  byId('scrim').addEventListener('click', () => toggle(false));
  byId('places').addEventListener('click', (event) => event.target.closest('a') && toggle(false));
  addEventListener('keydown', (event) => event.key === 'Escape' && toggle(false));
}

export function setUpJump() {
  const dialog = byId('jump');
  const input = byId('jump-input');
  const list = byId('jump-list');
  let chosen = 0;
  const title = (each) => (each.person ? 'Parley, direct messages' : `# ${each.name}`);
  const found = () => places().filter((each) => title(each).toLowerCase().includes(input.value.trim().toLowerCase().replace(/^#/, '')));
  const go = (each) => {
    dialog.close();
    if (each) location.hash = `#/${each.id}`;
  };
  const draw = () => {
    const all = found();
    chosen = Math.max(0, Math.min(chosen, all.length - 1));
    list.replaceChildren(...all.map((each, index) =>
      el('li', { id: `jump-${index}`, role: 'option', 'aria-selected': String(index === chosen), onclick: () => go(each) }, title(each), el('span', {}, each.topic))));
    input.setAttribute('aria-activedescendant', `jump-${chosen}`);
  };
  const open = () => {
    if (dialog.open) return;
    input.value = '';
    chosen = 0;
    draw();
    dialog.showModal();
  };
  input.addEventListener('input', () => { chosen = 0; draw(); });
  input.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) chosen += step;
    else if (event.key === 'Enter') return go(found()[chosen]);
    else return undefined;
    event.preventDefault();
    return draw();
  });
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  byId('jump-open').addEventListener('click', open);
  if (/Mac|iPhone|iPad/.test(navigator.platform)) byId('jump-key').textContent = '⌘ K';
  addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      open();
    }
  });
}
