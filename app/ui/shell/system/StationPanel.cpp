#include "app/ui/shell/system/StationPanel.h"

#include "app/ui/style/Theme.h"
#include "app/ui/widgets/TextLabel.h"

#include <QCoreApplication>
#include <QEvent>
#include <QGridLayout>

namespace motcua::ui {

StationPanel::StationPanel(counter::Counter& counter, QWidget* parent) : Card(parent), m_counter(counter) {
    connect(&m_counter, &counter::Counter::archiveChanged, this, &StationPanel::fill);
    fill();
}

void StationPanel::fill() {
    setHeading(tr("This station"));
    delete m_facts;
    m_facts = new QWidget(this);
    auto* grid = new QGridLayout(m_facts);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(theme().metrics().space(4));
    grid->setVerticalSpacing(theme().metrics().space(3));
    grid->setColumnStretch(1, 1);
    const domain::UnitSettings& settings = m_counter.desk().settings();
    const domain::CodeRange& range = m_counter.archive().codeRange();
    const std::pair<QString, QString> facts[] = {
        {tr("Unit"), settings.name},
        {tr("Unit code"), settings.unit},
        {tr("Station"), m_counter.desk().stationName()},
        {tr("Number of the station"), m_counter.desk().station().toString()},
        {tr("Dossier serials"), QStringLiteral("%1 – %2").arg(range.first).arg(range.last)},
        {tr("Procedures"), QString::number(m_counter.archive().catalogue().procedures().size())},
        {tr("Same-day hour"), settings.sameDayCutOff.toString(QStringLiteral("HH:mm"))},
        {tr("Idle lock"), tr("%1 minutes").arg(settings.idleLockMinutes)},
        {tr("An older copy of these data"),
            m_counter.sync().noticesCopiesAtOnce() ? tr("is noticed at once (TPM)") : tr("is noticed at the first contact with the province")},
        {tr("Version"), QCoreApplication::applicationVersion()},
    };
    int row = 0;
    for (const auto& [name, value] : facts) {
        auto* label = new TextLabel(TextRole::Muted, name, m_facts);
        auto* text = new TextLabel(TextRole::Body, value, m_facts);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(label, row, 0, Qt::AlignTop);
        grid->addWidget(text, row++, 1);
    }
    body()->insertWidget(0, m_facts);
}

void StationPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        fill();
    Card::changeEvent(event);
}

}
