#include "app/ui/shell/system/DevicesCard.h"

#include "app/ui/shell/Preferences.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/Field.h"
#include "app/ui/widgets/NumberField.h"

#include <QComboBox>
#include <QEvent>

namespace motcua::ui {

DevicesCard::DevicesCard(counter::Counter& counter, Preferences& preferences, QWidget* parent)
    : Card(parent), m_counter(counter), m_preferences(preferences), m_printer(new QComboBox(this)), m_scanner(new QComboBox(this)),
      m_top(new NumberField(20, 215, this)), m_printerField(new Field(QString(), m_printer, this)),
      m_scannerField(new Field(QString(), m_scanner, this)), m_topField(new Field(QString(), m_top, this)),
      m_search(new ActionButton(ButtonKind::Secondary, QStringLiteral("rotate-cw"), QKeySequence(), this)) {
    body()->addWidget(m_printerField);
    body()->addWidget(m_topField);
    body()->addWidget(m_scannerField);
    m_top->setSuffix(QStringLiteral(" mm"));
    m_top->setValue(m_counter.printing().target().attestationTop);
    body()->addWidget(m_search, 0, Qt::AlignLeft);
    body()->addStretch();
    connect(m_search, &QPushButton::clicked, this, &DevicesCard::search);
    connect(m_printer, &QComboBox::activated, this, &DevicesCard::choosePrinter);
    connect(m_top, &QSpinBox::editingFinished, this, &DevicesCard::choosePrinter);
    connect(m_scanner, &QComboBox::activated, this, [this] {
        m_preferences.setScanner(m_scanner->currentData().toString());
        m_counter.scanning().setDevice(m_preferences.scanner());
    });
    connect(&m_counter.printing(), &counter::Printing::queuesFound, this, [this](const base::Error& error) {
        m_printerField->setMessage(error.code.isEmpty() ? QString() : errorLine(error), Tone::Warning);
        showQueues();
    });
    connect(&m_counter.scanning(), &counter::Scanning::devicesFound, this, [this](const base::Error& error) {
        m_scannerField->setMessage(error.code.isEmpty() ? QString() : errorLine(error), Tone::Warning);
        m_search->setEnabled(true);
        showScanners();
    });
    retranslate();
}

void DevicesCard::search() {
    m_search->setEnabled(false);
    m_counter.printing().findQueues();
    m_counter.scanning().findDevices();
}

void DevicesCard::showQueues() {
    m_printer->clear();
    m_printer->addItem(tr("The system's default printer"), QString());
    for (const QString& queue : m_counter.printing().queues())
        m_printer->addItem(queue, queue);
    const QString chosen = m_counter.printing().target().queue;
    if (!chosen.isEmpty() && m_printer->findData(chosen) < 0)
        m_printer->addItem(chosen, chosen);
    m_printer->setCurrentIndex(qMax(0, m_printer->findData(chosen)));
}

void DevicesCard::showScanners() {
    m_scanner->clear();
    m_scanner->addItem(tr("The first scanner found"), QString());
    for (const domain::ports::ScannerDevice& device : m_counter.scanning().devices())
        m_scanner->addItem(device.label, device.id);
    m_scanner->setCurrentIndex(qMax(0, m_scanner->findData(m_preferences.scanner())));
}

void DevicesCard::choosePrinter() {
    counter::PrintTarget target = m_counter.printing().target();
    target.queue = m_printer->currentData().toString();
    target.attestationTop = m_top->value();
    m_counter.printing().setTarget(target);
}

void DevicesCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void DevicesCard::retranslate() {
    setHeading(tr("Printer and scanner"));
    m_printerField->setLabel(tr("Printer"));
    m_scannerField->setLabel(tr("Scanner"));
    m_topField->setLabel(tr("Attestation begins below the top edge"));
    m_search->setLabel(tr("Search again"));
    showQueues();
    showScanners();
}

}
