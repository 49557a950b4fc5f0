// Makes renditions or files by sharp, as told line by line; answers "done" or "failed" and why.
// The requests are those of JavaWorker, and "convert TAB file TAB target TAB kind".
'use strict';

const fs = require('fs');
const path = require('path');
const readline = require('readline');
const sharp = require('sharp');

const EDGES = [1280, 480, 160];

sharp.concurrency(1);
sharp.cache(false);

function inside(pipeline, edge) {
  return pipeline.resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true });
}

// A pipeline for each size, with the defaults of each of its parts.
async function pipelines(file) {
  const files = [];
  for (const edge of EDGES) {
    files.push(await inside(sharp(file).autoOrient(), edge).jpeg().toBuffer());
  }
  return files;
}

// One decode; each size from the pixels of the one before.
async function cascade(file) {
  const files = [];
  let source = sharp(file).autoOrient();
  for (const edge of EDGES) {
    const { data, info } = await inside(source, edge).raw().toBuffer({ resolveWithObject: true });
    const raw = { raw: { width: info.width, height: info.height, channels: info.channels } };
    files.push(await sharp(data, raw).jpeg().toBuffer());
    source = sharp(data, raw);
  }
  return files;
}

const kinds = {
  png: (image) => image.png(),
  'png-interlaced': (image) => image.png({ progressive: true }),
  webp: (image) => image.webp(),
  'webp-lossless': (image) => image.webp({ lossless: true, effort: 1 }),
  'jpeg-progressive': (image) => image.jpeg({ quality: 90, chromaSubsampling: '4:4:4', progressive: true }),
  'jpeg-cmyk': (image) => image.toColourspace('cmyk').jpeg({ quality: 80 }),
};

async function save(make, file, folder) {
  const files = await make(fs.readFileSync(file));
  fs.mkdirSync(folder, { recursive: true });
  files.forEach((bytes, i) => fs.writeFileSync(path.join(folder, `${EDGES[i]}.jpg`), bytes));
}

async function run(make, times, file) {
  const bytes = fs.readFileSync(file);
  for (let i = 0; i < times; i++) {
    await make(bytes);
  }
}

async function main() {
  const make = process.argv[2] === 'SHARP_CASCADE' ? cascade : pipelines;
  const { sharp: version, vips } = sharp.versions;
  console.log(`sharp ${version}, libvips ${vips}, node ${process.versions.node}`);
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const [request, ...rest] = line.split('\t');
    try {
      if (request === 'run') {
        await run(make, Number(rest[0]), rest[1]);
      } else if (request === 'save') {
        await save(make, rest[0], rest[1]);
      } else if (request === 'convert') {
        await kinds[rest[2]](sharp(rest[0]).autoOrient()).toFile(rest[1]);
      } else {
        throw new Error(`There is no request ${request}`);
      }
      console.log('done');
    } catch (e) {
      console.log(`failed\t${e.message.replace(/\s+/g, ' ')}`);
    }
  }
}

main();
