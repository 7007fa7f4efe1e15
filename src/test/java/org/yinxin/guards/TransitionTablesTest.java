package org.yinxin.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every aggregate's one table of transitions: a class named {@code …Transitions} with a constant {@code TABLE}. */
class TransitionTablesTest {

    private static List<Class<?>> tables() throws Exception {
        Path classes = Path.of("target", "classes");
        List<Class<?>> tables = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes.resolve("org/yinxin"))) {
            for (Path file : files.filter(each -> each.toString().endsWith("Transitions.class"))
                    .toList()) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '.');
                tables.add(Class.forName(name.substring(0, name.length() - ".class".length())));
            }
        }
        assertThat(tables).isNotEmpty();
        return tables;
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
