// Reads every .bpmn file of a folder and tells what bpmn-moddle thinks of it, as JSON.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import BpmnModdle from "bpmn-moddle";

const folder = process.argv[2];
const told = {};
for (const file of (await readdir(folder)).sort()) {
  const { rootElement, warnings } = await new BpmnModdle().fromXML(await readFile(join(folder, file), "utf8"));
  told[file] = { root: rootElement.$type, warnings: warnings.map((each) => each.message) };
}
console.log(JSON.stringify(told));
