package org.yinxin.guards;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every aggregate's one table of transitions: a class named {@code …Transitions} with a constant {@code TABLE}. */
class TransitionTablesTest {

    private static Stream<Class<?>> tables() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.yinxin")
                        .that(simpleNameEndingWith("Transitions"))
                        .stream()
                        .map(JavaClass::reflect);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyStatusIsInItsTable(Class<?> table) throws Exception {
        Set<Object> met = new HashSet<>();
        Class<?> statuses = null;
        for (Object edge : edges(table)) {
            met.add(part(edge, "from"));
            met.add(part(edge, "to"));
            statuses = ((Enum<?>) part(edge, "to")).getDeclaringClass();
        }

        assertThat(statuses).as("statuses of %s", table.getSimpleName()).isNotNull();
        assertThat(met).contains(statuses.getEnumConstants());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void anEventLeadsFromAStatusToOneOther(Class<?> table) throws Exception {
        List<Object> starts = new ArrayList<>();
        for (Object edge : edges(table)) {
            starts.add(List.of(part(edge, "from"), part(edge, secondPart(edge))));
        }

        assertThat(starts).doesNotHaveDuplicates();
    }

    private static List<?> edges(Class<?> table) throws ReflectiveOperationException {
        Field field = table.getDeclaredField("TABLE");
        field.setAccessible(true);
        List<?> edges = (List<?>) field.get(null);
        assertThat(edges).as("the edges of %s", table.getSimpleName()).isNotEmpty();
        return edges;
    }

    /** What happens: an event or a step. */
    private static String secondPart(Object edge) {
        return edge.getClass().getRecordComponents()[1].getName();
    }

    private static Object part(Object edge, String name) throws ReflectiveOperationException {
        Method accessor = edge.getClass().getDeclaredMethod(name);
        accessor.setAccessible(true);
        return accessor.invoke(edge);
    }
}
