assert new File(basedir, "build.log").text.contains("error link_name_shape at /connectors/0/connectionLinkName")
assert new File(basedir, "target/manifest/findings.sarif").text.contains('"ruleId": "link_name_shape"')
