// The checklist of an intake and the pages that were scanned for it.

#include "app/counter/IntakeForm.h"
#include "app/domain/Fold.h"
#include "app/domain/IntakeChecks.h"

#include <algorithm>
#include <utility>

namespace motcua::counter {

using domain::Paper;

namespace {

/// As on form 01, for pages that belong to no named paper.
QString looseSheets() {
    return QStringLiteral("Giấy tờ kèm theo");
}

/// The catalogue names a paper's kind by how its name begins ("bản sao cần chứng thực").
domain::PaperKind kindOf(const QString& paper) {
    return domain::fold(paper).startsWith(QLatin1String("ban sao")) ? domain::PaperKind::Copy : domain::PaperKind::Original;
}

}

/// The checklist of the chosen procedure. Pages that were scanned before stay with the intake.
void IntakeForm::fillPapers() {
    std::vector<domain::Page> pages;
    for (Paper& paper : m_content.papers)
        std::move(paper.pages.begin(), paper.pages.end(), std::back_inserter(pages));
    m_content.papers.clear();
    m_currentPaper = 0;
    // Originals that are shown and given back are never missing from the file.
    const bool shown = job() && job()->originalsShown;
    if (const domain::Procedure* chosen = procedure())
        for (const QString& name : chosen->papers)
            m_content.papers.push_back(
                {name, kindOf(name), shown && !domain::isConditionalPaper(name) ? 1 : 0, !domain::isConditionalPaper(name), shown, {}});
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
    touch();
}

void IntakeForm::addPaper(const QString& name) {
    const QString tidy = domain::tidied(name);
    if (tidy.isEmpty())
        return;
    m_content.papers.push_back({tidy, domain::PaperKind::Original, 1, false, false, {}});
    touch();
}

void IntakeForm::addPages(std::vector<domain::Page> pages, const std::vector<QStringList>& codes) {
    for (size_t i = 0; i < pages.size(); ++i)
        addPage(std::move(pages[i]), i < codes.size() ? codes[i] : QStringList());
    emit pagesChanged();
    touch();
}

void IntakeForm::addPage(domain::Page page, const QStringList& codes) {
    if (m_content.papers.empty())
        m_content.papers.push_back({looseSheets(), domain::PaperKind::Original, 1, false, false, {}});
    Paper& paper = m_content.papers[static_cast<size_t>(m_currentPaper)];
    paper.pages.push_back(std::move(page));
    paper.quantity = std::max(paper.quantity, 1);
    if (m_content.applicant.name.isEmpty())
        for (const QString& code : codes)
            if (applyCardQr(code))
                break;
}

void IntakeForm::setCurrentPaper(int index) {
    if (index < 0 || index >= static_cast<int>(m_content.papers.size()))
        return;
    m_currentPaper = index;
    emit changed();
}

void IntakeForm::removePage(int paper, int page) {
    if (paper < 0 || paper >= static_cast<int>(m_content.papers.size()))
        return;
    auto& pages = m_content.papers[static_cast<size_t>(paper)].pages;
    if (page < 0 || page >= static_cast<int>(pages.size()))
        return;
    pages.erase(pages.begin() + page);
    emit pagesChanged();
    touch();
}

void IntakeForm::movePage(int paper, int from, int to) {
    if (paper < 0 || paper >= static_cast<int>(m_content.papers.size()))
        return;
    auto& pages = m_content.papers[static_cast<size_t>(paper)].pages;
    const int count = static_cast<int>(pages.size());
    if (from < 0 || from >= count || to < 0 || to >= count || from == to)
        return;
    domain::Page moved = std::move(pages[static_cast<size_t>(from)]);
    pages.erase(pages.begin() + from);
    pages.insert(pages.begin() + to, std::move(moved));
    emit pagesChanged();
    touch();
}

}
