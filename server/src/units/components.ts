interface Visit {
  readonly node: string;
  readonly next: Iterator<string>;
}

/**
 * The strongly connected components of a graph, a number for each: two nodes have the same one when each can be reached
 * from the other, and a component's number is greater than those of all it leads to. In time linear in nodes and edges
 * (R. Tarjan, 1972), without recursion: chains may be long.
 */
export function components(
  nodes: Iterable<string>,
  successors: (node: string) => Iterable<string>,
): ReadonlyMap<string, number> {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const found = new Map<string, number>();
  const open: string[] = [];
  let count = 0;
  const enter = (node: string): Visit => {
    order.set(node, order.size);
    lowest.set(node, order.get(node)!);
    open.push(node);
    return { node, next: successors(node)[Symbol.iterator]() };
  };
  const reach = (node: string, number: number): void => {
    lowest.set(node, Math.min(lowest.get(node)!, number));
  };
  const leave = (node: string): void => {
    if (lowest.get(node) !== order.get(node)) return;
    for (let member = open.pop()!; ; member = open.pop()!) {
      found.set(member, count);
      if (member === node) break;
    }
    count++;
  };
  for (const start of nodes) {
    if (order.has(start)) continue;
    const path = [enter(start)];
    while (path.length > 0) {
      const { node, next } = path.at(-1)!;
      const step = next.next();
      if (step.done) {
        path.pop();
        leave(node);
        if (path.length > 0) reach(path.at(-1)!.node, lowest.get(node)!);
      } else if (!order.has(step.value)) path.push(enter(step.value));
      else if (!found.has(step.value)) reach(node, order.get(step.value)!);
    }
  }
  return found;
}
