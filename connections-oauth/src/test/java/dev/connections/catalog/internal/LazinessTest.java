package dev.connections.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.catalog.DefaultServices;
import dev.connections.catalog.ServiceCatalog;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The catalogue costs nothing until it is used (PERFORMANCE row 12). */
class LazinessTest {
    private static final List<String> READERS = List.of(
            BundledIndex.class.getName(),
            BundledServices.class.getName(),
            BlueprintReader.class.getName(),
            JsonTree.class.getName());

    @Test
    void readsNoDataForAConstantThatNobodyUses() throws Exception {
        var loader = new RecordingLoader();

        Object constant = loader.constant("SENDGRID");

        assertThat(constant).isNotNull();
        assertThat(loader.loaded).contains(DefaultServices.class.getName()).doesNotContainAnyElementsOf(READERS);
    }

    @Test
    void readsTheDataWithTheFirstUse() throws Exception {
        var loader = new RecordingLoader();

        Object constant = loader.constant("SENDGRID");

        assertThat(constant).hasToString("Service[sendgrid, api_key, [https://api.sendgrid.com]]");
        assertThat(loader.loaded).containsAll(READERS);
    }

    @Test
    void needsNoCatalogForACustomService() throws Exception {
        var loader = new RecordingLoader();

        loader.loadClass("dev.connections.oauth.OAuth2")
                .getMethod("authorizationCode")
                .invoke(null);

        assertThat(loader.loaded).contains("dev.connections.oauth.OAuth2");
        assertThat(loader.loaded).noneMatch(name -> name.startsWith("dev.connections.catalog."));
    }

    @Test
    void readsTheListAloneToFindAService() throws Exception {
        var loader = new RecordingLoader();

        assertThat(loader.entry("sendgrid")).hasToString("SendGrid (sendgrid)");
        assertThat(loader.read).containsOnlyKeys(resource(BundledIndex.RESOURCE));
        assertThat(loader.read.values()).allMatch(bytes -> bytes < 40_000);
    }

    @Test
    void readsTheBytesOfOneServiceAlone() throws Exception {
        var loader = new RecordingLoader();
        Object entry = loader.entry("zoom");

        var fields = entry.getClass().getDeclaredMethod("fields");
        fields.setAccessible(true);

        assertThat((List<?>) fields.invoke(entry)).isNotEmpty();
        assertThat(loader.read)
                .containsEntry(
                        resource(BundledServices.RESOURCE),
                        BundledIndex.bundled().find("zoom").orElseThrow().length());
    }

    private static String resource(String absolute) {
        return absolute.substring(1);
    }

    /** Loads the classes of this module anew and remembers which. */
    private static final class RecordingLoader extends ClassLoader {
        private final List<String> loaded = new ArrayList<>();
        private final Map<String, Integer> read = new HashMap<>();

        RecordingLoader() {
            super(LazinessTest.class.getClassLoader());
        }

        Object constant(String name) throws ReflectiveOperationException {
            return loadClass(DefaultServices.class.getName()).getField(name).get(null);
        }

        /** Returns an entry of the bundled catalogue that this loader read. */
        Object entry(String linkName) throws ReflectiveOperationException {
            Class<?> catalog = loadClass(ServiceCatalog.class.getName());
            Object bundled = catalog.getMethod("bundled").invoke(null);
            return catalog.getMethod("get", String.class).invoke(bundled, linkName);
        }

        /** Counts the bytes of resources; classes and what is skipped are none. */
        @Override
        public InputStream getResourceAsStream(String name) {
            InputStream in = super.getResourceAsStream(name);
            return name.endsWith(".class")
                    ? in
                    : new FilterInputStream(in) {
                        @Override
                        public int read(byte[] bytes, int from, int length) throws IOException {
                            int count = super.read(bytes, from, length);
                            RecordingLoader.this.read.merge(name, Math.max(0, count), Integer::sum);
                            return count;
                        }
                    };
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("dev.connections.catalog.") && !name.startsWith("dev.connections.oauth.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known != null ? known : define(name);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                loaded.add(name);
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException broken) {
                throw new ClassNotFoundException(name, broken);
            }
        }
    }
}
