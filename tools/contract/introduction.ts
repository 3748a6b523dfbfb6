// The parts of docs/contract.md that no single declaration can say.

export const introduction = `# The adapter contract

For platform developers: every port, method, record, code and error of the interface between the widgets and your backend.
[Write an adapter](guides/write-an-adapter.md) leads from nothing to a tested adapter, and
[the adapter toolkit](guides/adapters.md) has what most adapters need. Import types of ports, options and errors from
\`clientele/adapter\`, and types of records from \`clientele\`.

- **Everything is optional.** If a port or a method is missing, widgets hide the feature.
- **Absent is not zero.** An absent member (\`undefined\`) is unknown and shown as a dash. \`null\` is known to be none. Widgets
  add up neither as 0.
- **A member may be withheld**: instead of its value, it is the reason why the value is not there, see
  [Withheld](#withheld).
- **Nothing is trusted.** Every answer is checked against its schema. An answer that does not match becomes the error
  \`malformed\`, which names the member. Members that the contract does not have are ignored.
- **Everything is bounded**: texts and numbers as [Values](#values) says, a list inside a record to 10,000 members, and a
  page to 100,000 rows.
`;

/** What the members say that most records have. A comment of a record takes precedence. */
export const usualMembers: Readonly<Record<string, string>> = {
  id: 'Identifies the record among those of its kind.',
  customerId: 'The customer that the record belongs to. An answer about another customer is `malformed`.',
  version:
    'Changes with every change of the record, and comes back as `ifVersion`. Absent: the platform has no versions.',
};

export const errorsText = `A method rejects with an \`AdapterError\`, or with any object that has one of these codes as \`code\`. What has no code counts
as \`internal\`. An abort rejects with the reason of its signal, which is no error of the contract.

Any call may reject with \`offline\`, \`timeout\`, \`unauthenticated\`, \`forbidden\`, \`rate-limited\`, \`malformed\`, \`unavailable\`
or \`internal\`. Each method names what else it rejects with.
`;

export const codesText = `If the platform has a code of its own, return \`{ code, label }\`: widgets show the label as it is. A code alone must be one of
these.
`;
