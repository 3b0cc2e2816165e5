// DuckDB as its program answers `duckdb -c QUERY`, with a row a line as JSON: node duckdb.mjs FOLDER -c QUERY. The folder has its library.
import { createRequire } from 'node:module';
import path from 'node:path';

const [folder = '', , query = ''] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(path.join(folder, 'package.json'))('@duckdb/node-api');
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const answer = await connection.runAndReadAll(query);
for (const row of answer.getRowObjectsJson()) console.log(JSON.stringify(row));
