// A picture one can zoom with the wheel and the keys, and move by dragging.
const view = document.getElementById('view')!;
const picture = view.querySelector('img')!;
let scale = 1;
let x = 0;
let y = 0;

function draw(): void {
  picture.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
}

/** The point of the picture below the pointer stays where it is. */
function zoom(factor: number, atX = view.clientWidth / 2, atY = view.clientHeight / 2): void {
  const next = Math.min(20, Math.max(0.05, scale * factor));
  x = atX - ((atX - x) * next) / scale;
  y = atY - ((atY - y) * next) / scale;
  scale = next;
  draw();
}

function fit(): void {
  scale = Math.min(1, view.clientWidth / picture.offsetWidth);
  x = 0;
  y = 0;
  draw();
}

const actions: Readonly<Record<string, () => void>> = {
  '+': () => zoom(1.25),
  '-': () => zoom(0.8),
  '0': fit,
  ArrowLeft: () => move(60, 0),
  ArrowRight: () => move(-60, 0),
  ArrowUp: () => move(0, 60),
  ArrowDown: () => move(0, -60),
};

function move(byX: number, byY: number): void {
  x += byX;
  y += byY;
  draw();
}

view.addEventListener(
  'wheel',
  (event) => {
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) zoom(event.deltaY < 0 ? 1.15 : 0.87, event.clientX, event.clientY);
    else move(-event.deltaX, -event.deltaY);
  },
  { passive: false },
);
view.addEventListener('pointerdown', (event) => {
  view.setPointerCapture(event.pointerId);
  view.classList.add('held');
});
view.addEventListener('pointermove', (event) => {
  if (view.classList.contains('held')) move(event.movementX, event.movementY);
});
view.addEventListener('pointerup', () => view.classList.remove('held'));
document.addEventListener('keydown', ({ key }) => actions[key]?.());
for (const button of document.querySelectorAll<HTMLButtonElement>('#bar button')) {
  button.addEventListener('click', () => actions[button.dataset.key!]?.());
}
if (picture.complete) fit();
else picture.addEventListener('load', fit);
