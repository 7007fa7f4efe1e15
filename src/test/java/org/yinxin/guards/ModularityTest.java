package org.yinxin.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.yinxin.YinxinApplication;

class ModularityTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(YinxinApplication.class);

    @Test
    void modulesDependOnEachOtherOnlyAsTheyDeclare() {
        MODULES.verify();
    }

    @Test
    void everyModuleDeclaresWhatItMayDependOn() {
        List<String> undeclared = MODULES.stream()
                .map(module -> module.getBasePackage().getName())
                .filter(name -> !declaresDependencies(name))
                .toList();

        assertThat(undeclared)
                .as("module packages whose package-info lacks @ApplicationModule(allowedDependencies = …)")
                .isEmpty();
    }

    private static boolean declaresDependencies(String packageName) {
        try {
            ApplicationModule module =
                    Class.forName(packageName + ".package-info").getAnnotation(ApplicationModule.class);
            return module != null && !List.of(module.allowedDependencies()).contains(ApplicationModule.OPEN_TOKEN);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
