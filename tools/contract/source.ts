// Reads the doc comments of the contract from its TypeScript sources.
import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** The sources of the contract. */
const paths = [...globSync('src/domain/*.ts'), ...globSync('src/adapter/*.ts'), ...globSync('src/adapter/ports/*.ts')];

/** A member of a type or of a schema, with its comment. */
export interface Member {
  readonly name: string;
  /** The comment as one line of text. Empty: there is none. */
  readonly doc: string;
  /** The expression of a member of a schema. */
  readonly schema?: ts.Expression;
  /** The type of a member of an interface, as it is written. */
  readonly type?: string;
  readonly isOptional?: boolean;
  /** The parameters of a method. */
  readonly parameters?: readonly { readonly name: string; readonly type: string }[];
}

/** The declarations of some TypeScript sources, and their comments. */
export class Sources {
  readonly #constants = new Map<string, ts.VariableDeclaration>();
  readonly #interfaces = new Map<string, ts.InterfaceDeclaration>();

  constructor(texts: readonly string[]) {
    for (const [index, text] of texts.entries())
      for (const node of ts.createSourceFile(`${index}.ts`, text, ts.ScriptTarget.Latest, true).statements) {
        if (ts.isInterfaceDeclaration(node)) this.#interfaces.set(node.name.text, node);
        if (!ts.isVariableStatement(node)) continue;
        for (const declaration of node.declarationList.declarations)
          if (ts.isIdentifier(declaration.name)) {
            const name = declaration.name.text;
            // A constant that a module keeps to itself can have a name that another module has too.
            this.#constants.set(isExported(node) ? name : `${index} ${name}`, declaration);
          }
      }
  }

  /** Returns the sources of this project. `edit` changes their texts, for tests. */
  static ofProject(edit: (text: string) => string = (text) => text): Sources {
    const tests = /\.test\.ts$/;
    return new Sources(paths.filter((path) => !tests.test(path)).map((path) => edit(readFileSync(path, 'utf8'))));
  }

  /** Returns the comment of an exported constant or interface. */
  docOf(name: string): string {
    const interfaceNode = this.#interfaces.get(name);
    if (interfaceNode) return docOf(interfaceNode);
    const declaration = this.#constants.get(name);
    return declaration ? docOf(declaration.parent.parent) : '';
  }

  /** Returns the members of an interface, without those that it inherits. */
  membersOfInterface(name: string): readonly Member[] {
    const node = this.#interfaces.get(name);
    if (!node) throw new Error(`The sources have no interface ${name}.`);
    return node.members.filter(isNamed).map((member) => ({
      name: member.name.getText(),
      doc: docOf(member),
      isOptional: member.questionToken !== undefined,
      ...(ts.isMethodSignature(member) && {
        parameters: member.parameters.map((parameter) => ({
          name: parameter.name.getText(),
          type: parameter.type?.getText() ?? 'unknown',
        })),
      }),
      type: (member.type?.getText() ?? 'unknown').replaceAll(/\s+/g, ' '),
    }));
  }

  /** Returns the name of the interface that an interface extends. */
  baseOf(name: string): string | undefined {
    return this.#interfaces.get(name)?.heritageClauses?.[0]?.types[0]?.expression.getText();
  }

  /** Returns the members of an exported schema, also those that it takes from other schemas. */
  membersOfSchema(name: string): readonly Member[] {
    const declaration = this.#constants.get(name);
    return declaration?.initializer ? this.membersOf(declaration.initializer) : [];
  }

  /** Returns the members of an expression that makes a schema. The first comment of a member counts. */
  membersOf(expression: ts.Expression): readonly Member[] {
    const found = new Map<string, Member>();
    for (const member of this.#collect(expression)) {
      const known = found.get(member.name);
      if (!known?.doc) found.set(member.name, member);
    }
    return [...found.values()];
  }

  /** Returns the texts of an exported list of codes, `quoteStatuses` or `axes.payment`, with the comment before each. */
  codesOf(path: string): readonly Member[] {
    const [name = '', member] = path.split('.');
    let list = this.#constants.get(name)?.initializer;
    while (list && (ts.isAsExpression(list) || ts.isSatisfiesExpression(list))) list = list.expression;
    if (list && member !== undefined) list = this.#collect(list).find((known) => known.name === member)?.schema;
    if (!list || !ts.isArrayLiteralExpression(list)) throw new Error(`The sources have no list ${path}.`);
    return list.elements.filter(ts.isStringLiteral).map((element) => ({ name: element.text, doc: docOf(element) }));
  }

  #collect(node: ts.Node): readonly Member[] {
    if (ts.isAsExpression(node) || ts.isParenthesizedExpression(node)) return this.#collect(node.expression);
    if (ts.isIdentifier(node)) {
      const { initializer } = this.#constantAt(node) ?? {};
      return initializer ? this.#collect(initializer) : [];
    }
    // `Order.entries` are the members of `Order`.
    if (ts.isPropertyAccessExpression(node)) return this.#collect(node.expression);
    if (ts.isCallExpression(node)) return node.arguments.flatMap((argument) => this.#collect(argument));
    if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap((element) => this.#collect(element));
    if (!ts.isObjectLiteralExpression(node)) return [];
    return node.properties.flatMap((property): readonly Member[] => {
      if (ts.isSpreadAssignment(property)) return this.#collect(property.expression);
      const name = property.name?.getText() ?? '';
      if (ts.isPropertyAssignment(property)) return [{ name, doc: docOf(property), schema: property.initializer }];
      return ts.isShorthandPropertyAssignment(property) ? [{ name, doc: docOf(property), schema: property.name }] : [];
    });
  }

  #constantAt(node: ts.Identifier): ts.VariableDeclaration | undefined {
    const index = node.getSourceFile().fileName.replace('.ts', '');
    return this.#constants.get(`${index} ${node.text}`) ?? this.#constants.get(node.text);
  }
}

const isExported = (node: ts.VariableStatement): boolean =>
  node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;

const isNamed = (member: ts.TypeElement): member is ts.PropertySignature | ts.MethodSignature =>
  ts.isPropertySignature(member) || ts.isMethodSignature(member);

/** Returns the last doc comment before a node, paragraphs and lists kept, other line breaks removed. */
function docOf(node: ts.Node): string {
  const text = node.getSourceFile().text;
  const comments = (ts.getLeadingCommentRanges(text, node.pos) ?? [])
    .map(({ pos, end }) => text.slice(pos, end))
    .filter((comment) => comment.startsWith('/**'));
  return (comments.at(-1) ?? '')
    .replaceAll(/^\/\*\*|\*\/$/g, '')
    .replaceAll(/^[ \t]*\* ?/gm, '')
    .trim()
    .replaceAll(/(?<!\n)\n(?![\n-])/g, ' ');
}
