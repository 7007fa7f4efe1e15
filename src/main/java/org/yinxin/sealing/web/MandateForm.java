package org.yinxin.sealing.web;

/** Under which mandate a use is to be signed, by its identifier on the chain. */
public record MandateForm(String mandate) {}
