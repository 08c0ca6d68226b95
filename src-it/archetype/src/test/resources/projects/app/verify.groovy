import java.util.zip.ZipFile

def project = new File(basedir, 'project/my-app')

// its tests have run
assert new File(project, 'target/surefire-reports/TEST-com.example.frameio.TranscriptionTest.xml').text.contains('errors="0"')

// the WAR brings what runs the app, though the app compiles against the API only
def jars = new ZipFile(new File(project, 'target/my-app.war')).withCloseable { war ->
    war.entries().collect { it.name }.findAll { it ==~ 'WEB-INF/lib/.+' }.collect { it.replaceAll('-\\d.*', '') }.sort()
}
assert jars == ['WEB-INF/lib/frameio-kit', 'WEB-INF/lib/frameio-kit-api']

// nothing is left of the sample's names, nor of placeholders but the server's own
project.eachFileRecurse(groovy.io.FileType.FILES) { file ->
    if (!file.path.contains("${File.separator}target${File.separator}")) {
        def text = file.getText('UTF-8').replace('${http.port}', '')
        assert !text.contains('liberty-sample') && !text.contains('frameiokit.sample') : file
        assert !(text =~ /\$\{|@[a-z-]+\.version@/) : file
    }
}
return true
