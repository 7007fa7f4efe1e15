package org.yinxin.register;

/**
 * What a field held before and after a change; empty where it held nothing.
 *
 * @param field the field's name, see {@link Column#field()}, or {@code imprint}
 * @param secret whether only the fact of the change may be shown
 */
public record FieldChange(String field, String before, String after, boolean secret) {}
