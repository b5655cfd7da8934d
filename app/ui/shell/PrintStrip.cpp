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

namespace motcua::ui {

PrintStrip::PrintStrip(counter::Printing& printing, QWidget* parent)
    : QFrame(parent), m_printing(printing), m_what(new TextLabel(TextRole::Body, this)),
      m_list(new ActionButton(ButtonKind::Secondary, QStringLiteral("printer"), QKeySequence(Qt::CTRL | Qt::Key_P), this)) {
    setObjectName(QStringLiteral("unprinted"));
    m_what->setElided(true);
    const Metrics& metrics = theme().metrics();
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(metrics.space(6), metrics.space(1), metrics.space(6), metrics.space(1));
    line->setSpacing(metrics.space(3));
    line->addWidget(new IconLabel(QStringLiteral("triangle-alert"), Theme::tokenOf(Tone::Warning), 18, this));
    line->addWidget(m_what, 1);
    line->addWidget(m_list);
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
        parts << words::inLanguage(printing.nameOf(paper.form, paper.dossier)) << paper.name;
    if (missing.copies > 1)
        parts << tr("%n copies", nullptr, missing.copies);
    return parts.join(QStringLiteral(" · "));
}

QString PrintStrip::text() const {
    return m_what->text();
}

void PrintStrip::refresh() {
    const auto& missing = m_printing.unprinted();
    setVisible(!missing.empty());
    m_list->setLabel(tr("Show what is not printed"));
    m_list->setWhatsThis(tr("What is not printed"));
    if (missing.empty())
        return;
    const QString last = nameOf(m_printing, missing.back());
    const QString what = missing.size() == 1 ? tr("Not printed: %1.").arg(last)
                                             : tr("Not printed: %1, and %n more.", nullptr, static_cast<int>(missing.size()) - 1).arg(last);
    m_what->setText(what + QLatin1Char(' ') + errorWords(missing.back().error).what);
    setAccessibleName(m_what->text());
    announce(this);
}

void PrintStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QFrame::changeEvent(event);
}

}
