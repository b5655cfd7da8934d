#include "app/ui/shell/system/DevicesCard.h"

#include "app/ui/shell/Preferences.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/widgets/ActionRow.h"
#include "app/ui/widgets/Banner.h"
#include "app/ui/widgets/DotsImage.h"
#include "app/ui/widgets/Field.h"
#include "app/ui/widgets/NumberField.h"
#include "app/ui/widgets/TextLabel.h"

#include <QComboBox>
#include <QEvent>
#include <QPixmap>

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

namespace motcua::ui {

namespace {

/// Words and what they stand for.
using Choices = std::vector<std::pair<QString, QString>>;

/// What was chosen stays chosen, also while the device is off. A list that is open and says the same stays open.
void offer(QComboBox& combo, Choices choices, const QString& chosen) {
    if (std::none_of(choices.begin(), choices.end(), [&](const auto& choice) { return choice.second == chosen; }))
        choices.emplace_back(chosen, chosen);
    Choices shown;
    for (int i = 0; i < combo.count(); ++i)
        shown.emplace_back(combo.itemText(i), combo.itemData(i).toString());
    if (shown != choices) {
        combo.clear();
        for (const auto& [words, id] : choices)
            combo.addItem(words, id);
    }
    combo.setCurrentIndex(combo.findData(chosen));
}

}

DevicesCard::DevicesCard(counter::Counter& counter, Preferences& preferences, QWidget* parent)
    : Card(parent), m_counter(counter), m_preferences(preferences), m_printer(new QComboBox(this)), m_scanner(new QComboBox(this)),
      m_lastPage(new NumberField(counter::AttestationTop::lowest, counter::AttestationTop::highest, this)),
      m_underSignature(new NumberField(counter::AttestationTop::lowest, counter::AttestationTop::highest, this)),
      m_printerField(new Field(QString(), m_printer, this)), m_scannerField(new Field(QString(), m_scanner, this)),
      m_lastPageField(new Field(QString(), m_lastPage, this)), m_underSignatureField(new Field(QString(), m_underSignature, this)),
      m_search(new ActionButton(ButtonKind::Quiet, QStringLiteral("rotate-cw"), QKeySequence(), this)),
      m_print(new ActionButton(ButtonKind::Secondary, QStringLiteral("printer"), QKeySequence(), this)),
      m_scan(new ActionButton(ButtonKind::Secondary, QStringLiteral("scan-line"), QKeySequence(), this)), m_printed(new Banner(this)),
      m_scanned(new Banner(this)), m_picture(new TextLabel(TextRole::Body, this)) {
    layOut();
    connect(m_search, &QPushButton::clicked, this, &DevicesCard::search);
    connect(m_printer, &QComboBox::activated, this, &DevicesCard::choosePrinter);
    connect(m_lastPage, &QSpinBox::editingFinished, this, [this] { setTop(domain::placed::lastPage, m_lastPage->value()); });
    connect(m_underSignature, &QSpinBox::editingFinished, this, [this] { setTop(domain::placed::underSignature, m_underSignature->value()); });
    connect(&m_counter.printing(), &counter::Printing::targetChanged, this, &DevicesCard::showTops);
    connect(m_scanner, &QComboBox::activated, this, [this] {
        m_preferences.setScanner(m_scanner->currentData().toString());
        m_counter.scanning().setDevice(m_preferences.scanner());
    });
    listen();
    retranslate();
}

void DevicesCard::listen() {
    connect(&m_counter.printing(), &counter::Printing::queuesFound, this, [this](const base::Error& error) {
        m_searchesPrinters = false;
        m_printerField->setMessage(error.code.isEmpty() ? QString() : errorLine(error), Tone::Warning);
        showQueues();
        showSearch();
    });
    connect(&m_counter.scanning(), &counter::Scanning::devicesFound, this, [this](const base::Error& error) {
        m_searchesScanners = false;
        m_scannerField->setMessage(error.code.isEmpty() ? QString() : errorLine(error), Tone::Warning);
        showScanners();
        showSearch();
    });
}

void DevicesCard::layOut() {
    for (NumberField* top : {m_lastPage, m_underSignature})
        top->setSuffix(QStringLiteral(" mm"));
    body()->addWidget(m_printerField);
    body()->addWidget(m_lastPageField);
    body()->addWidget(m_underSignatureField);
    body()->addWidget(m_print, 0, Qt::AlignLeft);
    body()->addWidget(m_printed);
    body()->addWidget(m_scannerField);
    auto* buttons = new ActionRow(Qt::AlignLeft);
    buttons->addWidget(m_scan);
    buttons->addWidget(m_search);
    body()->addLayout(buttons);
    body()->addWidget(m_scanned);
    body()->addWidget(m_picture, 0, Qt::AlignLeft);
    body()->addStretch();
    m_picture->setFrameShape(QFrame::Box);
    m_picture->hide();
    counter::DeviceTest& test = m_counter.deviceTest();
    connect(m_print, &QPushButton::clicked, this, &DevicesCard::printTest);
    connect(m_scan, &QPushButton::clicked, this, &DevicesCard::scanTest);
    connect(&test, &counter::DeviceTest::printed, this, [this](const QString& queue) {
        tell(m_printed, m_prints, {});
        m_printed->show(Tone::Success, queue.isEmpty() ? tr("The test sheet was made.") : tr("The test sheet went to %1.").arg(queue),
            tr("Is it there, with every accent, and is the line 100 mm long?"));
    });
    connect(&test, &counter::DeviceTest::printFailed, this, [this](const base::Error& error) { tell(m_printed, m_prints, error); });
    connect(&test, &counter::DeviceTest::scanned, this, &DevicesCard::showScan);
    connect(&test, &counter::DeviceTest::scanFailed, this, [this](const base::Error& error) { tell(m_scanned, m_scans, error); });
}

void DevicesCard::printTest() {
    if (m_prints)
        return;
    m_prints = true;
    m_printed->clear();
    m_counter.deviceTest().print();
}

void DevicesCard::scanTest() {
    if (m_scans)
        return;
    m_scans = true;
    m_scanned->clear();
    m_page.reset();
    m_picture->hide();
    m_counter.deviceTest().scan();
}

void DevicesCard::tell(Banner* banner, bool& runs, const base::Error& error) {
    runs = false;
    if (!error.code.isEmpty())
        banner->show(error);
}

void DevicesCard::showScan(const domain::ports::ScannedPage& page) {
    tell(m_scanned, m_scans, {});
    const bool read = page.codes.contains(counter::DeviceTest::codeText());
    m_scanned->show(Tone::Success, tr("A page came: %1 × %2 points.").arg(page.width).arg(page.height),
        read ? tr("The code of the test sheet was read.") : tr("No code of the test sheet was found on it."), tr("It was not kept."));
    m_page = m_counter.pages().open(page.content);
    connect(m_page.get(), &domain::ports::OpenPages::drawn, this, [this](const domain::ports::DrawnPage& drawn) {
        constexpr int height = 220;
        m_picture->setPixmap(QPixmap::fromImage(imageOf(drawn.dots)).scaledToHeight(theme().metrics().px(height), Qt::SmoothTransformation));
        m_picture->show();
        m_page.release()->deleteLater();
    });
    m_page->draw({});
}

void DevicesCard::forget() {
    m_printed->clear();
    m_scanned->clear();
    m_page.reset();
    m_picture->clear();
    m_picture->hide();
    m_prints = false;
    m_scans = false;
}

void DevicesCard::search() {
    if (!std::exchange(m_searchesPrinters, true))
        m_counter.printing().findQueues();
    if (!std::exchange(m_searchesScanners, true))
        m_counter.scanning().findDevices();
    showSearch();
}

void DevicesCard::showSearch() {
    m_search->setLabel(m_searchesPrinters || m_searchesScanners ? tr("Searching …") : tr("Search again"));
}

void DevicesCard::showQueues() {
    Choices choices{{tr("The system's default printer"), QString()}};
    for (const QString& queue : m_counter.printing().queues())
        choices.emplace_back(queue, queue);
    offer(*m_printer, std::move(choices), m_counter.printing().target().queue);
}

void DevicesCard::showScanners() {
    Choices choices{{tr("The first scanner found"), QString()}};
    for (const domain::ports::ScannerDevice& device : m_counter.scanning().devices())
        choices.emplace_back(device.label, device.id);
    offer(*m_scanner, std::move(choices), m_preferences.scanner());
}

void DevicesCard::choosePrinter() {
    counter::PrintTarget target = m_counter.printing().target();
    target.queue = m_printer->currentData().toString();
    m_counter.printing().setTarget(target);
}

void DevicesCard::setTop(const char* place, int top) {
    if (m_counter.printing().target().topOf(QLatin1String(place)) != top)
        m_counter.printing().setTop(QLatin1String(place), top);
}

void DevicesCard::showTops() {
    const counter::PrintTarget& target = m_counter.printing().target();
    for (const auto& [place, spin, field] : {std::tuple(domain::placed::lastPage, m_lastPage, m_lastPageField),
             std::tuple(domain::placed::underSignature, m_underSignature, m_underSignatureField)}) {
        spin->setValue(target.topOf(QLatin1String(place)));
        const bool isSet = counter::knownTop(target.tops, target.queue, QLatin1String(place)).has_value();
        field->setMessage(isSet ? QString() : tr("Not set for this printer yet: it is asked once when the first one is printed"), Tone::Info);
    }
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
    m_lastPageField->setLabel(tr("Attestation on a last page begins below the top edge"));
    m_underSignatureField->setLabel(tr("Attestation under a signature begins below the top edge"));
    showTops();
    showSearch();
    m_print->setLabel(tr("Print a test sheet"));
    m_scan->setLabel(tr("Scan a test sheet"));
    m_picture->setAccessibleName(tr("The page of the test scan"));
    showQueues();
    showScanners();
}

}
