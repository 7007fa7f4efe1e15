package org.yinxin;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole application on a real PostgreSQL and a real chain, the same embedded infrastructure that the first command
 * starts, in a folder of the test run's own and without demo data. All integration tests share it: each uses records of
 * its own.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ActiveProfiles("embedded")
@org.springframework.test.context.TestPropertySource(
        properties = {
            "yinxin.embedded.folder=${java.io.tmpdir}/yinxin-test-${PID}",
            "yinxin.demo-data=false",
            "yinxin.public-address=http://localhost:8080"
        })
public abstract class IntegrationTest {}
