package org.yinxin.sealing.ofd.drawing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yinxin.sealing.ofd.OfdPackage;
import org.yinxin.sealing.ofd.OfdPath;
import org.yinxin.sealing.ofd.XmlElement;

/** What objects refer to by number: fonts, colour spaces, drawing parameters, media, composite units (7.9). */
final class Resources {

    private static final int MOST_FILES = 64;

    private final OfdPackage contents;
    private final Map<String, Entry> entries;
    private final Map<String, Face> faces;
    private final Set<String> read = new HashSet<>();

    Resources(OfdPackage contents) {
        this(contents, new HashMap<>(), new HashMap<>());
    }

    private Resources(OfdPackage contents, Map<String, Entry> entries, Map<String, Face> faces) {
        this.contents = contents;
        this.entries = entries;
        this.faces = faces;
    }

    /** A page's own resources go before the document's. */
    Resources forPage() {
        return new Resources(contents, new HashMap<>(entries), faces);
    }

    void add(String path) {
        if (read.size() >= MOST_FILES || !read.add(path) || !contents.has(path)) {
            return;
        }
        XmlElement root = contents.xml(path);
        String base = root.attribute("BaseLoc");
        String folder = base == null ? path : OfdPath.resolve(path, base) + "/";
        for (XmlElement group : root.children()) {
            for (XmlElement resource : group.children()) {
                String id = resource.attribute("ID");
                if (id != null) {
                    entries.put(resource.name() + " " + id.strip(), new Entry(resource, folder, path));
                }
            }
        }
    }

    /** @param kind the element's name, such as {@code DrawParam} */
    @Nullable
    XmlElement find(String kind, @Nullable String id) {
        Entry entry = entry(kind, id);
        return entry == null ? null : entry.element();
    }

    Face face(@Nullable String id) {
        return faces.computeIfAbsent(String.valueOf(id), key -> load(id));
    }

    Optional<byte[]> media(String id) {
        Entry entry = entry("MultiMedia", id);
        return entry == null ? Optional.empty() : file(entry, "MediaFile");
    }

    private @Nullable Entry entry(String kind, @Nullable String id) {
        return id == null ? null : entries.get(kind + " " + id.strip());
    }

    private Face load(@Nullable String id) {
        Entry entry = entry("Font", id);
        Optional<byte[]> bytes = entry == null ? Optional.empty() : file(entry, "FontFile");
        Optional<? extends Face> embedded = bytes.flatMap(EmbeddedFace::read);
        return embedded.isPresent() ? embedded.get() : FallbackFace.get();
    }

    private Optional<byte[]> file(Entry entry, String element) {
        XmlElement file = entry.element().child(element);
        return file == null ? Optional.empty() : found(entry, file.text());
    }

    /** Some writers forget their own BaseLoc, so the file is looked for beside the resource list as well. */
    private Optional<byte[]> found(Entry entry, String location) {
        return Stream.of(entry.folder(), entry.list())
                .map(from -> OfdPath.resolve(contents, from, location))
                .filter(contents::has)
                .findFirst()
                .map(contents::bytes);
    }

    private record Entry(XmlElement element, String folder, String list) {}
}
