// Runs before the page is drawn, so that a chosen theme does not flash.
(() => {
  const root = document.documentElement;
  const chosen = localStorage.getItem('parley.theme');
  if (chosen === 'dark' || chosen === 'light') root.dataset.theme = chosen;
  const isDark = () =>
    root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  addEventListener('DOMContentLoaded', () => {
    const button = document.getElementById('theme');
    const label = () => {
      button.textContent = isDark() ? '☀' : '☾';
      button.setAttribute('aria-label', isDark() ? 'Use the light theme' : 'Use the dark theme');
      button.title = button.getAttribute('aria-label');
    };
    button.addEventListener('click', () => {
      root.dataset.theme = isDark() ? 'light' : 'dark';
      localStorage.setItem('parley.theme', root.dataset.theme);
      label();
    });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', label);
    label();
  });
})();
