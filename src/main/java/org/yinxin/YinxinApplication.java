package org.yinxin;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The portal: one application that serves enterprises, officers, citizens, the court and other systems. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class YinxinApplication {

    public static void main(String[] args) {
        SpringApplication.run(YinxinApplication.class, args);
    }
}
