package org.yinxin.application.web;

/** A page with a button only, which can still say why it did not work. */
record NothingForm() {}
