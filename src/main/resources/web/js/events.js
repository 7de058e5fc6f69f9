// Listens to the server's events and comes back after every break.

const TYPES = ['hello', 'message', 'patch', 'removed', 'status', 'resync'];

/** Calls `handle(type, data)` for each event and `state(connected)` when the line comes or goes. */
export function listen(handle, state) {
  let tries = 0;
  const open = () => {
    const source = new EventSource('/api/events');
    for (const type of TYPES) {
      source.addEventListener(type, (event) => {
        if (type === 'hello') {
          tries = 0;
          state(true);
        }
        handle(type, JSON.parse(event.data));
      });
    }
    source.addEventListener('error', () => {
      source.close();
      state(false);
      const wait = Math.min(5000, 300 * 1.6 ** tries++) * (0.8 + Math.random() * 0.4);
      setTimeout(open, wait);
    });
  };
  open();
}
