package org.yinxin.sealing.ofd;

/** A template page, which pages refer to by its id. */
public record OfdTemplate(String id, String path) {}
