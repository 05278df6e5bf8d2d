/** What the page of the graph holds before anything is drawn. */
export const graphBody = `<form id="options" aria-label="What is shown">
  <label>Levels <select id="depth"><option>1</option><option>2</option><option>3</option><option>4</option></select></label>
  <label class="requirement"><input type="checkbox" value="requirement"> Requirements</label>
  <label class="ordering"><input type="checkbox" value="ordering"> Ordering</label>
  <label class="trigger"><input type="checkbox" value="trigger"> Triggers</label>
  <label class="conflict"><input type="checkbox" value="conflict"> Conflicts</label>
  <label class="other"><input type="checkbox" value="other"> Other</label>
  <span class="space"></span>
  <button type="button" id="smaller" title="Smaller (-)" aria-label="Smaller">−</button>
  <button type="button" id="fit" title="Fit (0)">Fit</button>
  <button type="button" id="larger" title="Larger (+)" aria-label="Larger">+</button>
  <button type="button" data-export="svg" title="Export as SVG">SVG</button>
  <button type="button" data-export="dot" title="Export as Graphviz DOT">DOT</button>
</form>
<main id="graph" aria-label="Dependency graph"></main>
<p id="about" role="status" aria-live="polite"></p>`;
