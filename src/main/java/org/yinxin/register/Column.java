package org.yinxin.register;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A field of a register entry, under the same name in forms, files and reports. */
public enum Column {
    USCC("uscc", true, 40, "USCC", "统一社会信用代码", "Unified social credit code", "信用代码"),
    NAME_ZH("nameZh", true, 60, "Name", "企业名称", "Chinese name", "Name (Chinese)", "名称", "单位名称"),
    NAME_EN("nameEn", false, 160, "English name", "英文名称", "Name (English)", "企业英文名称"),
    KIND("kind", true, 40, "Kind", "企业类型", "Type", "类型"),
    LEGAL_REPRESENTATIVE("legalRepresentative", true, 40, "Legal representative", "法定代表人", "法人", "法定代表人姓名"),
    LEGAL_REPRESENTATIVE_ID(
            "legalRepresentativeId",
            true,
            80,
            "Legal representative identity number",
            "法定代表人身份证号",
            "Identity number",
            "身份证号",
            "法定代表人身份证号码",
            "法定代表人公民身份号码"),
    ADDRESS("address", true, 200, "Address", "住所", "地址", "注册地址"),
    STATUS("status", true, 40, "Status", "登记状态", "状态", "经营状态"),
    ESTABLISHED_ON("establishedOn", true, 20, "Established on", "成立日期"),
    VALID_UNTIL("validUntil", false, 20, "Valid until", "营业期限至", "有效期至", "营业期限"),
    DIVISION("division", true, 20, "Division", "行政区划代码", "Division code", "行政区划"),
    CODE_OVERRIDE_REASON("codeOverrideReason", false, 200, "Code override reason", "代码校验例外理由"),
    CODE("code", true, 40, "Seal code", "印章编码", "Code", "印章代码"),
    SEAL_KIND("kind", true, 40, "Seal kind", "印章类型", "Kind", "类型"),
    FILING_STATUS("status", true, 40, "Status", "印章状态", "状态", "备案状态"),
    FILED_ON("filedOn", true, 20, "Filed on", "备案日期", "Date filed");

    private final String field;
    private final boolean required;
    private final int longest;
    private final String english;
    private final String chinese;
    private final List<String> others;

    Column(String field, boolean required, int longest, String english, String chinese, String... others) {
        this.field = field;
        this.required = required;
        this.longest = longest;
        this.english = english;
        this.chinese = chinese;
        this.others = List.of(others);
    }

    /** The name of the form's field and the last part of the message keys. */
    public String field() {
        return field;
    }

    public boolean required() {
        return required;
    }

    /** The most characters that the field holds. */
    public int longest() {
        return longest;
    }

    /** The heading of this column in a file written for readers of the language. */
    public String heading(Locale language) {
        return "zh".equals(language.getLanguage()) ? chinese : english;
    }

    /** Whether a heading in somebody's file means this column; case, blanks and width make no difference. */
    public boolean isHeaded(String heading) {
        String key = Names.key(heading).replace("_", "");
        return Stream.concat(Stream.of(name(), field, english, chinese), others.stream())
                .anyMatch(known -> Names.key(known).replace("_", "").equals(key));
    }
}
