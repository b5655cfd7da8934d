#include "app/ui/shell/HeldStrip.h"

#include "app/ui/style/Theme.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/Announce.h"
#include "app/ui/widgets/TextLabel.h"

#include <QEvent>
#include <QHBoxLayout>

#include <algorithm>

namespace motcua::ui {

namespace {

/// What was said to be done, by the names in HeldActs.
QString saidOf(const QString& act, const QString& code) {
    if (act == QLatin1String(counter::held::finish))
        return HeldStrip::tr("%1 was handed over and closed.").arg(code);
    if (act == QLatin1String(counter::held::handOver))
        return HeldStrip::tr("%1 was handed over.").arg(code);
    if (act == QLatin1String(counter::held::close))
        return HeldStrip::tr("%1 was closed.").arg(code);
    if (act == QLatin1String(counter::held::withdraw))
        return HeldStrip::tr("%1 was withdrawn.").arg(code);
    if (act == QLatin1String(counter::held::approve))
        return HeldStrip::tr("%1 was approved.").arg(code);
    return HeldStrip::tr("%1 was returned to the clerk.").arg(code);
}

}

HeldStrip::HeldStrip(counter::HeldActs& held, QWidget* parent)
    : QFrame(parent), m_held(held), m_what(new TextLabel(TextRole::Body, this)),
      m_goOn(new ActionButton(ButtonKind::Primary, QStringLiteral("check"), QKeySequence(Qt::CTRL | Qt::Key_Y), this)),
      m_takeBack(new ActionButton(ButtonKind::Secondary, QStringLiteral("undo-2"), QKeySequence(), this)) {
    // Of two that listen to one key neither hears it: the Workbench does, and presses the button's act.
    m_takeBack->setKeyHeardElsewhere();
    setObjectName(QStringLiteral("held"));
    m_what->setWordWrap(true);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(theme().metrics().space(6), theme().metrics().space(2), theme().metrics().space(6), theme().metrics().space(2));
    line->addWidget(m_what, 1);
    line->addWidget(m_goOn);
    line->addWidget(m_takeBack);
    connect(m_goOn, &QPushButton::clicked, &held, &counter::HeldActs::goOn);
    connect(m_takeBack, &QPushButton::clicked, this, &HeldStrip::takeBack);
    connect(&held, &counter::HeldActs::changed, this, &HeldStrip::refresh);
    retranslate();
}

/// The button of what waited until a moment ago may say something else by now.
void HeldStrip::takeBack() {
    if (!m_held.waits() && m_held.wasJustDone())
        emit tooLate();
    else
        m_held.takeBack();
}

QString HeldStrip::words() const {
    const auto& acts = m_held.acts();
    const auto last = std::find_if(acts.rbegin(), acts.rend(), [](const counter::HeldAct& act) { return act.waits; });
    if (last == acts.rend()) {
        const counter::HeldAct& left = acts.front();
        const QString what = saidOf(left.act, left.code);
        return left.error.code.isEmpty() ? tr("The program ended before this was recorded: %1 Is it to be done?").arg(what)
                                         : tr("This was not recorded: %1 %2").arg(what, errorLine(left.error));
    }
    const auto together = std::count_if(acts.begin(), acts.end(), [&](const counter::HeldAct& act) { return act.waits && act.group == last->group; });
    const QString what = together > 1 ? tr("%n dossier(s) approved.", nullptr, static_cast<int>(together)) : saidOf(last->act, last->code);
    return tr("%1 It can be taken back for 10 seconds.").arg(what);
}

void HeldStrip::refresh() {
    const auto& acts = m_held.acts();
    const bool waits = m_held.waits();
    setVisible(!acts.empty());
    if (acts.empty())
        return;
    m_goOn->setLabel(waits ? tr("Do it now") : tr("Do it"));
    m_goOn->setKind(waits ? ButtonKind::Quiet : ButtonKind::Primary);
    // What was left behind goes only by the button itself.
    m_takeBack->setKey(waits ? QKeySequence(QKeySequence::Undo) : QKeySequence());
    m_what->setText(words());
    setAccessibleName(m_what->text());
    announce(this);
}

void HeldStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void HeldStrip::retranslate() {
    m_takeBack->setLabel(tr("Take back"));
    m_goOn->setWhatsThis(tr("Do at once what can still be taken back"));
    refresh();
}

}
