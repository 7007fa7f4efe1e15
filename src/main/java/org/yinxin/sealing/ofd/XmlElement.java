package org.yinxin.sealing.ofd;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element of a part's XML, with its attributes, its children and the text directly in it. Names are local; elements
 * that belong to another namespace than OFD's are not found by name.
 */
public final class XmlElement {

    /** The namespace of GB/T 33190-2016, 7.1. */
    public static final String OFD = "http://www.ofdspec.org/2016";
    /** The namespace before the standard, which some writers still use. */
    static final String OFD_EARLY = "http://www.ofdspec.org";

    private final String namespace;
    private final String name;
    private final String[] attributes;
    private final List<XmlElement> children = new ArrayList<>(0);
    private final StringBuilder text = new StringBuilder(0);

    XmlElement(String namespace, String name, String[] attributes) {
        this.namespace = namespace;
        this.name = name;
        this.attributes = attributes;
    }

    void add(XmlElement child) {
        children.add(child);
    }

    void add(char[] characters, int from, int length) {
        text.append(characters, from, length);
    }

    public String namespace() {
        return namespace;
    }

    public String name() {
        return name;
    }

    /** Whether the element is OFD's, in either of its namespaces or in none, and not somebody else's. */
    public boolean isOfd() {
        return OFD.equals(namespace) || OFD_EARLY.equals(namespace) || namespace.isEmpty();
    }

    /** Whether the element stands in the namespace from before the standard. */
    public boolean isEarly() {
        return OFD_EARLY.equals(namespace);
    }

    public @Nullable String attribute(String name) {
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i].equals(name)) {
                return attributes[i + 1];
            }
        }
        return null;
    }

    /** All children, those of foreign namespaces included. */
    public List<XmlElement> children() {
        return children;
    }

    public List<XmlElement> children(String name) {
        List<XmlElement> found = new ArrayList<>();
        for (XmlElement child : children) {
            if (child.name.equals(name) && child.isOfd()) {
                found.add(child);
            }
        }
        return found;
    }

    /** The first child of this name. */
    public @Nullable XmlElement child(String name) {
        for (XmlElement child : children) {
            if (child.name.equals(name) && child.isOfd()) {
                return child;
            }
        }
        return null;
    }

    /** The text directly in this element, without white space around it. */
    public String text() {
        return text.toString().strip();
    }

    /** The text directly in this element as it is written. */
    public String rawText() {
        return text.toString();
    }

    /** The text of the first child of this name, if it has any. */
    public @Nullable String childText(String name) {
        XmlElement child = child(name);
        String found = child == null ? "" : child.text();
        return found.isEmpty() ? null : found;
    }
}
