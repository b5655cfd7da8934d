// The checklist of an intake and the pages that were scanned for it.

#include "app/counter/IntakeForm.h"
#include "app/domain/Fold.h"
#include "app/domain/IntakeChecks.h"

#include <algorithm>

namespace motcua::counter {

using domain::Paper;

namespace {

/// The catalogue names a paper's kind by how its name begins ("bản sao cần chứng thực").
domain::PaperKind kindOf(const QString& paper) {
    return domain::fold(paper).startsWith(QLatin1String("ban sao")) ? domain::PaperKind::Copy : domain::PaperKind::Original;
}

/// A paper that is looked at and given back: of a kind of job that copies originals, each of them; else where the catalogue says so.
bool isShown(const QString& paper, const domain::JobKind* job) {
    if (kindOf(paper) != domain::PaperKind::Original)
        return false;
    return (job && job->originalsShown) || domain::isPaperToShow(paper);
}

}

/// The checklist of the chosen procedure. Pages that were scanned before stay with the intake.
void IntakeForm::fillPapers() {
    std::vector<domain::Page> pages;
    for (Paper& paper : m_content.papers)
        std::move(paper.pages.begin(), paper.pages.end(), std::back_inserter(pages));
    m_content.papers.clear();
    m_pages.restart();
    // Originals that are shown and given back are never missing from the file.
    const bool shown = job() && job()->originalsShown;
    if (const domain::Procedure* chosen = procedure())
        for (const QString& name : chosen->papers) {
            const bool required = !domain::isConditionalPaper(name);
            m_content.papers.push_back({name, kindOf(name), shown && required ? 1 : 0, required, isShown(name, job()), {}});
        }
    if (pages.empty())
        return;
    if (m_content.papers.empty())
        m_content.papers.push_back({looseSheets(), domain::PaperKind::Original, 1, false, false, {}});
    m_content.papers.front().pages = std::move(pages);
    m_content.papers.front().quantity = std::max(m_content.papers.front().quantity, 1);
}

void IntakeForm::setPaper(int index, domain::PaperKind kind, int quantity, bool shownOnly) {
    if (index < 0 || index >= static_cast<int>(m_content.papers.size()))
        return;
    Paper& paper = m_content.papers[static_cast<size_t>(index)];
    paper.kind = kind;
    paper.quantity = std::max(quantity, 0);
    paper.shownOnly = shownOnly;
    m_pages.noteSaid(index);
    touch();
}

void IntakeForm::addPaper(const QString& name) {
    const QString tidy = domain::tidied(name);
    if (tidy.isEmpty())
        return;
    m_content.papers.push_back({tidy, domain::PaperKind::Original, 1, false, false, {}});
    m_pages.noteAdded();
    touch();
}

/// A card that lies among the papers says who asks, where nothing does yet.
void IntakeForm::addPages(KeptPages kept) {
    const std::vector<QStringList> codes = kept.codes;
    m_pages.add(std::move(kept));
    for (const QStringList& onPage : codes)
        if (!domain::separatorIn(onPage) && m_content.applicant.name.isEmpty())
            (void)std::any_of(onPage.begin(), onPage.end(), [this](const QString& code) { return applyCardQr(code).has_value(); });
}

}
