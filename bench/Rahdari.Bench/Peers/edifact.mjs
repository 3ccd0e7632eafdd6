// Takes messages apart with npm's package edifact and prints the seconds: node edifact.mjs ROUNDS FILE.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const require = createRequire(process.cwd() + '/');
const { Reader } = require('edifact');
const rounds = Number(process.argv[2]);
const text = readFileSync(process.argv[3], 'latin1');

let segments = 0;
const read = (count) => {
  for (let i = 0; i < count; i++) segments += new Reader().parse(text).length;
};
read(1); // the compiler's turn
const start = process.hrtime.bigint();
read(rounds);
console.log(Number(process.hrtime.bigint() - start) / 1e9);
if (segments === 0) process.exitCode = 1;
