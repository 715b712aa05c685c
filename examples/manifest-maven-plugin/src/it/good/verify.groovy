assert new File(basedir, "target/manifest/findings.txt").text.endsWith("nothing was found\n")
assert new File(basedir, "target/manifest/findings.sarif").text.contains('"version": "2.1.0"')
