package dev.connections.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the text of an exported type says, line by line. */
class ApiTextTest {
    public record Pair<A extends Comparable<A>, B>(
            A left, @Nullable B right) {
        public Pair(A left) {
            this(left, null);
        }

        public static <T extends Comparable<T>> Pair<T, T> twice(T value) {
            return new Pair<>(value, value);
        }
    }

    public sealed interface Shape extends Supplier<List<? extends @Nullable Number>> permits Circle, Hidden {
        int SIDES = 4;

        Map<String, int[]> corners(Class<?> kind, String... names) throws IOException;

        default void draw() {}
    }

    public abstract static non-sealed class Circle implements Shape {
        protected Circle() {}

        protected abstract Circle moved(@Nullable Object by);

        abstract void hidden();
    }

    static final class Hidden implements Shape {
        @Override
        public Map<String, int[]> corners(Class<?> kind, String... names) {
            return Map.of();
        }

        @Override
        public List<? extends @Nullable Number> get() {
            return List.of();
        }
    }

    abstract static class Base {
        public void fromTheBase() {}

        public void overridden() {}
    }

    public static final class Derived extends Base {
        Derived() {}

        @Override
        public void overridden() {}
    }

    public enum Light {
        RED,
        GREEN {
            @Override
            public Light next() {
                return RED;
            }
        };

        public Light next() {
            return GREEN;
        }
    }

    @Test
    void writesARecordByItsComponents() {
        assertThat(lines(Pair.class))
                .containsExactly(
                        "public record " + name(Pair.class) + "<A extends Comparable<A>, B>(A left, @Nullable B right)",
                        "    public Pair(A)",
                        "    public static <T extends Comparable<T>> ApiTextTest.Pair<T, T> twice(T)");
    }

    @Test
    void writesGenericsNullnessExceptionsAndExportedSubtypes() {
        assertThat(lines(Shape.class))
                .containsExactly(
                        "public sealed interface " + name(Shape.class)
                                + " extends Supplier<List<? extends @Nullable Number>> permits ApiTextTest.Circle",
                        "    Map<String, int[]> corners(Class<?>, String...) throws IOException",
                        "    default void draw()",
                        "    static final int SIDES");
    }

    @Test
    void writesWhatASubclassCanSee() {
        assertThat(lines(Circle.class))
                .containsExactly(
                        "public abstract non-sealed class " + name(Circle.class) + " implements ApiTextTest.Shape",
                        "    protected Circle()",
                        "    protected abstract ApiTextTest.Circle moved(@Nullable Object)");
    }

    @Test
    void writesPublicMembersOfASupertypeThatIsNotExported() {
        assertThat(lines(Derived.class))
                .containsExactly(
                        "public final class " + name(Derived.class),
                        "    public void fromTheBase()",
                        "    public void overridden()");
    }

    @Test
    void writesTheConstantsOfAnEnum() {
        assertThat(lines(Light.class))
                .containsExactly(
                        "public enum " + name(Light.class),
                        "    enum constant GREEN",
                        "    enum constant RED",
                        "    public ApiTextTest.Light next()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"public void overridden()", "public void fromTheBase()"})
    void namesTheTypeOfAMemberThatWasAddedOrRemoved(String member) {
        ApiText now = ApiText.of("title", List.of(Derived.class, Light.class), ApiTextTest::isExported);
        ApiText before = new ApiText(now.text().replace("    " + member + "\n", ""));

        assertThat(now.changesSince(before)).containsExactly("+ " + name(Derived.class) + ": " + member);
        assertThat(before.changesSince(now)).containsExactly("- " + name(Derived.class) + ": " + member);
        assertThat(now.changesSince(now)).isEmpty();
    }

    private static List<String> lines(Class<?> type) {
        return new ApiType(type, ApiTextTest::isExported).lines();
    }

    private static boolean isExported(Class<?> type) {
        return java.lang.reflect.Modifier.isPublic(type.getModifiers());
    }

    private static String name(Class<?> type) {
        return type.getCanonicalName();
    }
}
