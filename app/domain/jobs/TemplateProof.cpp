#include "app/domain/jobs/TemplateProof.h"

#include "app/domain/jobs/BuiltInJobs.h"
#include "app/domain/jobs/JobWords.h"
#include "app/domain/jobs/SaidValues.h"
#include "app/forms/MarkupCheck.h"

#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <map>

namespace motcua::domain {

namespace {

base::Outcome wrong(const QString& form, const forms::TemplateFault& fault) {
    QString place = QStringLiteral("%1.html:%2").arg(form).arg(fault.line);
    if (!fault.name.isEmpty())
        place += QStringLiteral(" {{%1}}").arg(fault.name);
    if (!fault.tag.isEmpty())
        place += QLatin1Char(' ') + fault.tag;
    return wrongJob("job.template", place, fault.reason);
}

/// As Template::parse() says it, in words.
const char* wordsOf(const QString& reason) {
    constexpr std::pair<const char*, const char*> all[] = {{"tag-not-closed", "a {{ without its }}"},
        {"block-not-closed", "a block that is not closed"}, {"close-without-open", "closes a block that is not open"},
        {"else-without-if", "{{else}} without {{#if}}"}, {"too-deep", "blocks stand too deep in one another"}, {"unknown-tag", "no such tag"},
        {"unknown-filter", "no such filter: there are |upper and |url"},
        {"page", "no page set-up such as <meta name=\"page\" content=\"A4 portrait 20mm\">"}};
    for (const auto& [code, words] : all)
        if (reason == QLatin1String(code))
            return words;
    return "cannot be read";
}

base::Result<forms::Template> parsed(const QString& form, const QString& source) {
    auto read = forms::Template::parse(source);
    if (read)
        return read;
    const auto& detail = read.error().detail;
    const int line = detail.value(QStringLiteral("line")).toInt();
    return base::fail(wrong(form, {line, detail.value(QStringLiteral("tag")), wordsOf(detail.value(QStringLiteral("reason")))}).error());
}

base::Outcome checkText(const QString& form, const QString& source) {
    const QStringList lines = source.split(QLatin1Char('\n'));
    for (qsizetype i = 0; i < lines.size(); ++i)
        if (hasHiddenSigns(lines[i], Lines::Many))
            return wrong(form, {static_cast<int>(i) + 1, {}, "hidden signs"});
    return base::done();
}

QString builtInTemplate(const QString& form) {
    QFile file(QStringLiteral(":/forms/print/%1.html").arg(form));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The papers that every dossier may have, as the program comes with them: a kind may have its own template of one.
const std::vector<JobPaper>& generalPapers() {
    static const std::vector<JobPaper> papers = [] {
        QFile file(QStringLiteral(":/jobs/general/job.json"));
        const QByteArray json = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        return base::fromJson<JobKind>(QJsonDocument::fromJson(json).object()).papers;
    }();
    return papers;
}

/// What a form is filled with.
struct Use {
    forms::Vocabulary values;
    QString media;
};

std::map<QString, Use> usesOf(const JobParts& parts) {
    std::map<QString, Use> uses;
    for (const JobPaper& paper : parts.job.papers)
        uses.insert({paper.form, Use{saidBy(paper, parts), paper.media}});
    for (const JobAttestation& attestation : parts.job.attestations) {
        const JobPaper paper = paperOf(attestation);
        uses.insert({paper.form, Use{saidBy(paper, parts), paper.media}});
    }
    // On the sheet that it is made for: a province's own receipt may be on A5.
    for (const JobPaper& paper : generalPapers())
        if (parts.job.templates.contains(paper.form))
            uses.insert({paper.form, Use{saidBy(paper, parts), {}}});
    if (parts.job.book)
        uses.insert({parts.job.book->form, Use{saidByBook(), {}}});
    return uses;
}

base::Outcome checkUse(const QString& form, const forms::Template& read, const Use& use, forms::Conditions conditions) {
    if (!use.media.isEmpty() && read.page().media != use.media)
        return wrong(form, {1, {}, "its page set-up names another medium than the paper does"});
    const auto fault = forms::nameFault(read, use.values, conditions);
    if (fault)
        return wrong(form, *fault);
    const QString& mark = read.page().mark;
    const auto isMark = [&mark](const forms::Said& said) { return said.name == mark && said.is == forms::Said::Is::Text; };
    if (!mark.isEmpty() && std::none_of(use.values.begin(), use.values.end(), isMark))
        return wrong(form, {1, mark, "no such value"});
    return base::done();
}

}

base::Outcome proveTemplates(const JobParts& parts) {
    const std::map<QString, Use> uses = usesOf(parts);
    const QJsonObject& templates = parts.job.templates;
    for (auto it = templates.begin(); it != templates.end(); ++it) {
        const QString source = it.value().toString();
        if (const auto sound = checkText(it.key(), source); !sound)
            return sound;
        const auto read = parsed(it.key(), source);
        if (!read)
            return base::fail(read.error());
        if (const auto fault = forms::markupFault(source))
            return wrong(it.key(), *fault);
        const auto use = uses.find(it.key());
        if (use == uses.end())
            return wrong(it.key(), {1, {}, "no paper or book of the kind uses it"});
        if (const auto sound = checkUse(it.key(), *read, use->second, forms::Conditions::OnlyKnown); !sound)
            return sound;
    }
    for (const auto& [form, use] : uses) {
        if (templates.contains(form))
            continue;
        const auto read = parsed(form, builtInTemplate(form));
        const auto sound = read ? checkUse(form, *read, use, forms::Conditions::Any) : base::fail(read.error());
        if (!sound)
            return sound;
    }
    return base::done();
}

}
