#pragma once

#include "app/counter/Counter.h"
#include "app/ui/widgets/Card.h"

#include <memory>

class QComboBox;

namespace motcua::ui {

class ActionButton;
class Banner;
class Field;
class NumberField;
class Preferences;
class TextLabel;

/// Which printer and which scanner this station uses, and a sheet to try each with. Searching runs in the background.
class DevicesCard : public Card {
    Q_OBJECT

public:
    DevicesCard(counter::Counter& counter, Preferences& preferences, QWidget* parent);

    /// What one user was told is not the next one's affair.
    void forget();
    /// What there is now comes into the lists as it is found; one search at a time.
    void search();

protected:
    void changeEvent(QEvent* event) override;

private:
    void layOut();
    void printTest();
    void scanTest();
    void showScan(const domain::ports::ScannedPage& page);
    /// What came of a test, beside the device that was tried.
    static void tell(Banner* banner, bool& runs, const base::Error& error);
    void listen();
    void showSearch();
    void showQueues();
    void showScanners();
    void choosePrinter();
    void showTops();
    void setTop(const char* place, int top);
    void retranslate();

    counter::Counter& m_counter;
    Preferences& m_preferences;
    QComboBox* m_printer;
    QComboBox* m_scanner;
    NumberField* m_lastPage;
    NumberField* m_underSignature;
    Field* m_printerField;
    Field* m_scannerField;
    Field* m_lastPageField;
    Field* m_underSignatureField;
    ActionButton* m_search;
    ActionButton* m_print;
    ActionButton* m_scan;
    Banner* m_printed;
    Banner* m_scanned;
    // A search or a test that runs is not begun again; its button keeps the keyboard meanwhile.
    bool m_searchesPrinters = false;
    std::unique_ptr<domain::ports::OpenPages> m_page; ///< of the test scan
    bool m_searchesScanners = false;
    bool m_prints = false;
    bool m_scans = false;
    TextLabel* m_picture;
};

}
