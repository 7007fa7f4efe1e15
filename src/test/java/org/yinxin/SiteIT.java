package org.yinxin;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

class SiteIT extends IntegrationTest {

    @Autowired
    private MockMvc site;

    @Test
    void theHomePageSpeaksTheBrowsersLanguage() throws Exception {
        site.perform(get("/").header("Accept-Language", "zh-CN,zh;q=0.9"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("lang=\"zh-CN\"")));
        site.perform(get("/").header("Accept-Language", "en-GB"))
                .andExpect(content().string(containsString("lang=\"en\"")));
    }

    @Test
    void everyPageCarriesAStrictPolicyWithANonceOfItsOwn() throws Exception {
        site.perform(get("/"))
                .andExpect(header().string("Content-Security-Policy", containsString("script-src 'self' 'nonce-")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
    }

    @Test
    void anUnknownPageIsNotFoundInWords() throws Exception {
        site.perform(get("/help/no-such-page")).andExpect(status().isNotFound());
    }
}
