#include "app/ui/shell/PrintStrip.h"

#include "app/ui/style/Theme.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/Announce.h"
#include "app/ui/widgets/IconLabel.h"
#include "app/ui/widgets/TextLabel.h"

#include <QEvent>
#include <QHBoxLayout>

#include <algorithm>

namespace motcua::ui {

PrintStrip::PrintStrip(counter::Printing& printing, QWidget* parent)
    : QFrame(parent), m_printing(printing), m_what(new TextLabel(TextRole::Body, this)),
      m_there(new ActionButton(ButtonKind::Primary, QStringLiteral("check"), QKeySequence(Qt::CTRL | Qt::Key_O), this)),
      m_notThere(new ActionButton(ButtonKind::Secondary, QStringLiteral("printer"), QKeySequence(Qt::CTRL | Qt::Key_N), this)),
      m_list(new ActionButton(ButtonKind::Secondary, QStringLiteral("printer"), QKeySequence(Qt::CTRL | Qt::Key_P), this)) {
    setObjectName(QStringLiteral("unprinted"));
    m_what->setElided(true);
    const Metrics& metrics = theme().metrics();
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(metrics.space(6), metrics.space(1), metrics.space(6), metrics.space(1));
    line->setSpacing(metrics.space(3));
    line->addWidget(new IconLabel(QStringLiteral("triangle-alert"), Theme::tokenOf(Tone::Warning), 18, this));
    line->addWidget(m_what, 1);
    line->addWidget(m_there);
    line->addWidget(m_notThere);
    line->addWidget(m_list);
    connect(m_there, &QPushButton::clicked, this, [this] { answerAsked(true); });
    connect(m_notThere, &QPushButton::clicked, this, [this] { answerAsked(false); });
    connect(m_list, &QPushButton::clicked, this, &PrintStrip::listRequested);
    connect(&printing, &counter::Printing::unprintedChanged, this, &PrintStrip::refresh);
    refresh();
}

QString PrintStrip::nameOf(const counter::Printing& printing, const counter::UnprintedPaper& missing) {
    const counter::WantedPaper& paper = missing.paper;
    QStringList parts;
    if (paper.dossier.isNull())
        parts << tr("Book %1").arg(paper.name);
    else
        parts << paper.name << words::inLanguage(printing.nameOf(paper.form, paper.dossier));
    if (missing.copies > 1)
        parts << tr("%n copies", nullptr, missing.copies);
    return parts.join(QStringLiteral(" · "));
}

std::optional<Notice> PrintStrip::answer(counter::Printing& printing, const counter::UnprintedPaper& paper, bool isThere) {
    // A copy: what is answered leaves the list.
    const counter::UnprintedPaper what(paper);
    bool failed = false;
    const auto watch = connect(&printing, &counter::Printing::failed, [&failed] { failed = true; });
    if (isThere)
        printing.confirm(what);
    else
        printing.printAgain(what);
    disconnect(watch);
    if (failed)
        return {};
    return Notice{
        Tone::Success, isThere ? tr("%1: on record as printed.").arg(what.paper.name) : tr("%1: sent to the printer.").arg(what.paper.name)};
}

void PrintStrip::setListOpen(bool open) {
    m_isListOpen = open;
    refresh();
}

QString PrintStrip::text() const {
    return m_what->text();
}

/// The first of those that are asked about.
const counter::UnprintedPaper* PrintStrip::asked() const {
    const auto& all = m_printing.unprinted();
    const auto found = std::find_if(all.begin(), all.end(), [](const counter::UnprintedPaper& each) { return each.isAsked(); });
    return found == all.end() ? nullptr : &*found;
}

void PrintStrip::answerAsked(bool isThere) {
    const counter::UnprintedPaper* about = asked();
    if (const auto said = about ? answer(m_printing, *about, isThere) : std::nullopt)
        emit noticed(*said);
}

/// What can be cut comes last.
QString PrintStrip::words(const counter::UnprintedPaper* asked) const {
    const auto& missing = m_printing.unprinted();
    const QString name = nameOf(m_printing, asked ? *asked : missing.back());
    const int others = static_cast<int>(missing.size()) - 1;
    if (asked)
        return others == 0 ? tr("%1: does it lie at the printer? The program ended while it was being printed.").arg(name)
                           : tr("%1: does it lie at the printer? The program ended while it was being printed. %n more not printed.", nullptr, others)
                                 .arg(name);
    const QString what = others == 0 ? tr("Not printed: %1.").arg(name) : tr("Not printed: %1, and %n more.", nullptr, others).arg(name);
    return what + QLatin1Char(' ') + errorWords(missing.back().error).what;
}

void PrintStrip::refresh() {
    const bool isEmpty = m_printing.unprinted().empty();
    setVisible(!isEmpty);
    m_list->setLabel(tr("Show what is not printed"));
    m_list->setWhatsThis(tr("What is not printed"));
    m_there->setLabel(tr("It is there"));
    m_there->setWhatsThis(tr("Say that the paper that is asked about lies at the printer"));
    m_notThere->setLabel(tr("Not there: print it"));
    m_notThere->setWhatsThis(tr("Say that the paper that is asked about is not at the printer, and print it"));
    const counter::UnprintedPaper* about = asked();
    m_there->setVisible(about && !m_isListOpen);
    m_notThere->setVisible(about && !m_isListOpen);
    m_list->setVisible(!m_isListOpen);
    if (isEmpty)
        return;
    // The question has three keys beside it.
    m_list->setShape(about ? ButtonShape::Sign : ButtonShape::Whole);
    m_what->setText(words(about));
    setAccessibleName(m_what->text());
    announce(this);
}

void PrintStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QFrame::changeEvent(event);
}

}
