import type { Node, UnitFile } from '../../server/src/syntax/tree.ts';

/** Every place and text of a node, without the objects that hold them. */
function plainNode(node: Node): unknown {
  switch (node.kind) {
    case 'blank':
      return [node.kind, node.span];
    case 'comment':
      return [node.kind, node.span, node.textSpan];
    case 'header':
      return [node.kind, node.span, node.textSpan, node.name, node.nameSpan, node.closed, node.invalidText];
    case 'assignment': {
      const { span, textSpan, key, keySpan, equals, comments, invalidText, tooLong } = node;
      const { text, pieces } = node.value;
      return [node.kind, span, textSpan, key, keySpan, equals, text, pieces, comments, invalidText, tooLong];
    }
    case 'error':
      return [node.kind, node.span, node.textSpan, node.fault, node.text.text, node.text.pieces, node.invalidText];
  }
}

/** A tree for comparing. */
export const plainTree = ({ text, nodes, sections, preamble }: UnitFile): unknown => ({
  text,
  nodes: nodes.map(plainNode),
  preamble: preamble.nodes.length,
  sections: sections.map(({ name, header, nodes: inside, assignments, errors, span }) => ({
    name,
    header: plainNode(header),
    nodes: inside.map(plainNode),
    assignments: assignments.map(plainNode),
    errors: errors.map(plainNode),
    span,
  })),
});
