#pragma once

#include "app/base/Result.h"

#include <QByteArray>
#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace motcua::domain::ports {

struct ScannerDevice {
    QString id;    ///< what scan() takes
    QString label; ///< maker and model
    bool feeder = false;
};

enum class ScanColour { Colour, Grey, BlackWhite };

struct ScanRequest {
    QString device;
    bool feeder = true;
    int resolution = 300; ///< dots per inch, 100–600
    ScanColour colour = ScanColour::Grey;
    bool dropBlank = true;
};

/// A page as it came from the scanner: neither turned nor cut, only compressed.
struct UntouchedPage {
    QByteArray content;
    QString mediaType;
    int width = 0; ///< pixels
    int height = 0;
};

/// A page that has been read, straightened, cropped and compressed. Not on disk yet: whoever receives it seals it at once.
struct ScannedPage {
    QByteArray content;
    QString mediaType; ///< "image/jpeg", "image/tiff" or "application/pdf"
    int width = 0;     ///< pixels
    int height = 0;
    QStringList codes; ///< texts of QR codes found on the page; personal, never logged
    int pages = 1;     ///< more than one only for a PDF, which is kept whole
    /// Where something (the scanner's lid) was cut off: how the page was before.
    std::optional<UntouchedPage> untouched = {};
};

/// One scan or import. Lives in the caller's thread, ends exactly once with finished(). Pages already delivered are kept
/// whatever the end. Error codes: "scan.jammed", "scan.cover-open", "scan.no-paper", "scan.device-gone", "scan.device-busy",
/// "scan.helper-died", "scan.timed-out", "scan.cancelled", "scan.io-error", "import.damaged", "import.too-large", "import.too-complex" (it takes more
/// memory than a reader gets),
/// "import.unsupported", "import.too-many-pages".
class ScanJob : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

public slots:
    virtual void cancel() = 0;

signals:
    void pageRead(const motcua::domain::ports::ScannedPage& page);
    void blankDropped(int pageNumber);
    /// Success is an empty code in `error`.
    void finished(const motcua::base::Error& error);
};

class Scanner {
public:
    virtual ~Scanner() = default;
    /// Asks the helper process; the job's only signal of use is finished(), after which devices() is filled.
    virtual std::unique_ptr<ScanJob> findDevices() = 0;
    virtual std::vector<ScannerDevice> devices() const = 0;
    virtual std::unique_ptr<ScanJob> scan(const ScanRequest& request) = 0;
    /// PDF, JPEG, PNG, TIFF, BMP and WebP files, in the order given.
    virtual std::unique_ptr<ScanJob> importFiles(const QStringList& paths) = 0;
};

}

Q_DECLARE_METATYPE(motcua::domain::ports::ScannedPage)
