package dev.issuelink.core.internal.guard.secret;

import static dev.issuelink.core.internal.guard.secret.Format.token;

import java.util.List;

/** Tokens of trackers, code hosts, package registries and build services. */
final class ForgeFormats {
    // Runs of letters and digits with single signs between them: the end of a sentence is no part of a token.
    private static final String DOTTED = "[A-Za-z0-9]++(?:[._=-]{1,3}[A-Za-z0-9]++)*+";

    static final List<Format> ALL = List.of(
            token("GitHub token", "gh[pousr]_(?=[A-Za-z0-9_.-]{16})" + DOTTED, "ghp_", "gho_", "ghu_", "ghs_", "ghr_"),
            token("GitHub fine-grained token", "github_pat_[A-Za-z0-9_]{20,255}+", "github_pat_"),
            token(
                    "GitLab token",
                    "gl(?:pat|oas|dt|rt|rtr|cbt|ptt|ft|soat|agent|imt|ffct|wt)-(?=[A-Za-z0-9_.=-]{16})[_-]{0,3}"
                            + DOTTED,
                    "glpat-",
                    "gloas-",
                    "gldt-",
                    "glrt",
                    "glcbt-",
                    "glptt-",
                    "glft-",
                    "glsoat-",
                    "glagent-",
                    "glimt-",
                    "glffct-",
                    "glwt-"),
            token("GitLab registration token", "GR1348941[A-Za-z0-9_-]{20}", "gr1348941"),
            token("Atlassian token", "AT(?:ATT|CTT)3[A-Za-z0-9_=.-]{20,500}+", "atatt3", "atctt3"),
            token("Bitbucket password", "ATBB[A-Za-z0-9]{24,40}+", "atbb"),
            token("npm token", "npm_[A-Za-z0-9]{30,60}+", "npm_"),
            token("PyPI token", "pypi-[A-Za-z0-9_-]{20,1000}+", "pypi-"),
            token("RubyGems key", "rubygems_[A-Fa-f0-9]{40,64}+", "rubygems_"),
            token("NuGet key", "oy2[a-z0-9]{43}", "oy2").whole(),
            token("Docker token", "dckr_(?:pat|oat)_[A-Za-z0-9_-]{20,64}+", "dckr_"),
            token("Artifactory key", "AKCp[A-Za-z0-9]{60,80}+", "akcp"),
            token("Artifactory reference token", "cmVmdGtu[A-Za-z0-9]{40,64}+", "cmvmdgtu"),
            token("Clojars token", "CLOJARS_[a-z0-9]{60}", "clojars_"),
            token("Buildkite token", "bk[a-z]{2}_[A-Fa-f0-9]{40}", "bkua_", "bkut_", "bkct_", "bkaj_"),
            token("CircleCI token", "CCI(?:PAT|PRJ)_[A-Za-z0-9]{20,24}_[A-Fa-f0-9]{40}", "ccipat_", "cciprj_"),
            token("Azure DevOps token", "[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}", "azdo"),
            token("Terraform token", "[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9_=-]{60,70}+", ".atlasv1."),
            token("Pulumi token", "pul-[A-Fa-f0-9]{40}", "pul-"),
            token("Sonar token", "sq[apu]_[A-Fa-f0-9]{40}", "sqa_", "sqp_", "squ_"),
            token("Sourcegraph token", "sgp_(?:[A-Fa-f0-9]{16}_|local_)?[A-Fa-f0-9]{40}", "sgp_"),
            token("Linear key", "lin_(?:api|oauth)_[A-Za-z0-9]{32,64}+", "lin_api_", "lin_oauth_"),
            token("Postman key", "PMAK-[A-Fa-f0-9]{24}-[A-Fa-f0-9]{34}", "pmak-"));

    private ForgeFormats() {}
}
