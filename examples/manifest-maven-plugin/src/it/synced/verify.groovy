def manifest = new File(basedir, "plugin-manifest.json").text
assert manifest.contains('"connectionLinkName": "crm_primary"')
assert manifest.contains('"serviceName": "zlabs_integration"')
assert new File(basedir, "target/manifest/findings.txt").text.contains(" 0 errors, ")
