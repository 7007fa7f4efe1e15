package org.yinxin.sealing.ofd;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An OFD file as a package of parts (GB/T 33190-2016, 6), read in memory from hardened zip. Parts are named by their path
 * without a leading slash. Reading unpacks nothing; a part is unpacked when it is asked for, and one that nobody changed
 * is written again as it was packed. Not for use by several threads at once.
 */
public final class OfdPackage {

    private final OfdLimits limits;
    private final Map<String, OfdEntry> entries;

    private OfdPackage(OfdLimits limits, Map<String, OfdEntry> entries) {
        this.limits = limits;
        this.entries = entries;
    }

    /** @throws OfdRefusedException when the file is no zip, or one that readers could understand differently */
    public static OfdPackage read(byte[] file, OfdLimits limits) {
        Map<String, OfdEntry> entries = new LinkedHashMap<>();
        for (OfdEntry entry : ZipDirectory.read(file, limits)) {
            entries.put(entry.name, entry);
        }
        return new OfdPackage(limits, entries);
    }

    public OfdLimits limits() {
        return limits;
    }

    /** The paths of all parts, without folders, in the package's order. */
    public List<String> paths() {
        List<String> paths = new ArrayList<>(entries.size());
        for (OfdEntry entry : entries.values()) {
            if (!entry.isFolder()) {
                paths.add(entry.name);
            }
        }
        return paths;
    }

    public boolean has(String path) {
        return !path.endsWith("/") && entries.containsKey(path);
    }

    /**
     * The part, unpacked; not a copy, and not to be changed.
     *
     * @throws OfdRefusedException when there is no such part, or it does not unpack as it should
     */
    public byte[] bytes(String path) {
        OfdEntry entry = has(path) ? entries.get(path) : null;
        if (entry == null) {
            throw new OfdRefusedException(OfdRefusal.PART_MISSING, path);
        }
        return entry.content();
    }

    /** The unpacked length of a part, as the zip declares it. */
    public int length(String path) {
        OfdEntry entry = entries.get(path);
        return entry == null ? 0 : entry.size;
    }

    /** The part as XML; see {@link OfdXml}. */
    public XmlElement xml(String path) {
        return OfdXml.read(bytes(path), path, limits);
    }

    /** The same package with parts replaced or added; those that are not named stay as they are packed. */
    public OfdPackage with(Map<String, byte[]> parts) {
        EntryNames names = new EntryNames(limits);
        Map<String, OfdEntry> changed = new LinkedHashMap<>(entries);
        parts.forEach((path, content) -> changed.put(path, OfdWriter.entry(path, content)));
        changed.keySet().forEach(names::take);
        return new OfdPackage(limits, changed);
    }

    /** The package as a zip file. */
    public byte[] write() {
        return OfdWriter.write(entriesInOrder());
    }

    private Collection<OfdEntry> entriesInOrder() {
        return entries.values();
    }
}
