// Uploads with the stock tus-js-client: what is new, what is held already, and what lost its last answer.
// usage: node tus_js.cjs MODULES FOLDER URL     FOLDER: key.pem, station.pem and authority.pem of an enrolled station
'use strict'
const fs = require('fs')
const https = require('https')
const crypto = require('crypto')
const path = require('path')
const [modules, folder, url] = process.argv.slice(2)
const tus = require(path.join(modules, 'tus-js-client'))
const read = (name) => fs.readFileSync(path.join(folder, name))
const agent = new https.Agent({ key: read('key.pem'), cert: read('station.pem'), ca: read('authority.pem') })
const httpStack = new tus.DefaultHttpStack({ agent })

function upload(content, options = {}, metadata = {}) {
  return new Promise((resolve) => {
    const heard = []
    const sha256 = crypto.createHash('sha256').update(content).digest('hex')
    new tus.Upload(content, {
      endpoint: url + '/v1/blobs', httpStack, uploadSize: content.length, retryDelays: [0, 100, 300], metadata: { sha256, ...metadata },
      onAfterResponse: (request, response) => { heard.push(request.getMethod() + ' ' + response.getStatus()) },
      onError: (error) => resolve('failed: ' + error.message),
      onSuccess: () => resolve('done: ' + heard.join(', ')),
      ...options
    }).start()
  })
}

async function main() {
  const big = crypto.randomBytes(20 * 1024 * 1024)
  const small = crypto.randomBytes(3000)
  let lost = false
  const loseFirst = { onAfterResponse: (request) => { if (request.getMethod() === 'PATCH' && !lost) { lost = true; throw new Error('lost') } } }
  const rows = [
    ['20 MiB in one PATCH', big], ['held already', big], ['held, more metadata', big, {}, { filename: 'a b.pdf', filetype: 'application/pdf' }],
    ['in chunks', small, { chunkSize: 1000 }], ['in chunks, held', small, { chunkSize: 1000 }],
    ['with the creation', crypto.randomBytes(3000), { uploadDataDuringCreation: true }],
    ['with the creation, held', small, { uploadDataDuringCreation: true }], ['empty', Buffer.alloc(0)],
    ['by POST', crypto.randomBytes(3000), { overridePatchMethod: true }], ['the last answer lost', crypto.randomBytes(5000), loseFirst]
  ]
  for (const [name, content, options, metadata] of rows) {
    const said = await upload(content, options, metadata)
    console.log(name + ': ' + said)
    if (!said.startsWith('done')) process.exitCode = 1
  }
  if (!lost) process.exitCode = 1
}

main()
